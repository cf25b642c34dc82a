//! `orders.toml`: what units have asked the centre to do for them.

use packs::{Fault, Faults, Keys, Kind, Reason, Section};

use crate::model::Order;

/// `orders.toml`; a pack may do without.
pub const ORDERS: Section = Section::list::<Order>("orders", "orders.toml", "order").optional();

/// What the orders say that cannot be; `keys` are what they may name.
pub fn check_orders(orders: &[Order], keys: &Keys) -> Vec<Fault> {
    let mut faults = Faults::of("orders");
    for order in orders {
        faults.known(&order.key, "unit", [&order.unit], Some(&keys.units));
        faults.known(&order.key, "lines", &order.lines, keys.lines.as_ref());
        if order.from.zip(order.to).is_some_and(|(from, to)| to < from) {
            faults.add(&order.key, "to", Reason::new(Kind::Backwards, "", "it ends before it begins"));
        }
    }
    faults.end()
}
