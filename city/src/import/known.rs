//! What the city knows, by which rows are read: its bounds, districts, units and services.

use std::{collections::HashMap, sync::Arc};

use anyhow::ensure;
use base::{Bounds, Id, Point, Result};
use places::model::{Area, DISTRICT, Places};
use services::{Catalogue, Service};
use staff::Unit;
use store::Db;

use super::{
    Source,
    mapping::{KindRule, key_of},
};

/// The city that rows are taken over into.
pub struct Known {
    /// The city's name.
    pub name: String,
    bounds: Bounds,
    places: Arc<Places>,
    /// Keys of districts by themselves and by their names as keys.
    districts: HashMap<String, Id>,
    units: HashMap<String, Unit>,
    catalogue: Catalogue,
}

impl Known {
    /// Looks at the city, whose pack has been taken over.
    ///
    /// # Errors
    /// A sentence when the pack has no such services as the mapping names; otherwise as [`Db::read`].
    pub async fn load(db: &Db, source: &Source) -> anyhow::Result<Self> {
        let (units, catalogue) = db.read(|read| Ok((staff::units(read)?, services::load(read)?))).await?;
        for KindRule { service, .. } in source.mapping.kinds.values() {
            ensure!(catalogue.by_key(service).is_some(), "the city has no service {service:?}, which the mapping names");
        }
        let places = source.pack.gazetteer();
        let units = units.into_iter().map(|unit| (unit.key.clone(), unit)).collect();
        let city = &source.pack.city;
        let districts = districts(places.areas());
        Ok(Self { name: city.name.pl.clone(), bounds: city.bounds, districts, places, units, catalogue })
    }

    /// Whether the point lies within the city's bounds.
    pub fn holds(&self, point: Point) -> bool {
        self.bounds.contain(point)
    }

    /// The district in which the point lies.
    pub fn district_at(&self, point: Point) -> Option<Id> {
        self.places.district_of(point).map(Area::id)
    }

    /// The district with this key.
    pub fn district(&self, key: &str) -> Option<Id> {
        self.districts.get(key).copied()
    }

    /// The name of a district, for people.
    pub fn district_name(&self, id: Id) -> &str {
        let area = self.places.areas().iter().find(|area| area.id() == id);
        area.map_or("", |area| area.name.pl.as_str())
    }

    /// The unit with this key, one that gets no more work too.
    pub fn unit(&self, key: &str) -> Option<&Unit> {
        self.units.get(key)
    }

    /// The service that the mapping names.
    ///
    /// # Errors
    /// None that [`Known::load`] would have let through.
    pub fn service(&self, key: &str) -> Result<&Service> {
        self.catalogue.by_key(key).ok_or_else(|| base::Error::internal(format!("no service {key}")))
    }

    /// The service with this id.
    pub fn service_by_id(&self, id: Id) -> Option<&Service> {
        self.catalogue.by_id(id)
    }
}

fn districts(areas: &[Area]) -> HashMap<String, Id> {
    let districts = || areas.iter().filter(|area| area.kind == DISTRICT);
    let by_name = districts().map(|area| (key_of(&area.name.pl), area.id()));
    by_name.chain(districts().map(|area| (area.key.clone(), area.id()))).collect()
}
