//! `orders.toml`: what units have asked the centre to do for them.

use std::path::Path;

use serde::{Deserialize, Serialize};
use store::pack::{Faults, Keys};

use crate::model::Order;

/// `orders.toml`: what units have asked the centre to do for them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrdersFile {
    /// The orders.
    #[serde(default, rename = "order")]
    pub orders: Vec<Order>,
}

/// Reads `orders.toml` in `folder`; a pack without it has none.
///
/// # Errors
/// Every fault found, each as file, place and reason.
pub fn read_orders(folder: &Path, keys: &Keys) -> Result<Vec<Order>, Vec<String>> {
    const NAME: &str = "orders.toml";
    let orders = store::pack::file::<OrdersFile>(folder, NAME)?.unwrap_or_default().orders;
    let mut faults = Faults::of(folder, NAME);
    faults.keys("order", orders.iter().map(|order| order.key.as_str()));
    for order in &orders {
        let place = format!("order {}", order.key);
        faults.known(&place, "unit", [&order.unit], Some(&keys.units));
        faults.known(&place, "line", &order.lines, keys.lines.as_ref());
        if order.from.zip(order.to).is_some_and(|(from, to)| to < from) {
            faults.add(&place, "it ends before it begins");
        }
    }
    faults.end(orders)
}
