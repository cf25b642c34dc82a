//! A point on the map, in the form the database keeps.

use serde::{Deserialize, Serialize};

/// A WGS84 point in integers of 1e-7 degree (about a centimetre), so that equal points are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Point {
    /// Latitude, 1e-7 degree, north positive.
    pub lat_e7: i64,
    /// Longitude, 1e-7 degree, east positive.
    pub lng_e7: i64,
}

impl Point {
    /// From degrees; out of range or not a number is `None`.
    pub fn from_degrees(lat: f64, lng: f64) -> Option<Self> {
        let fits = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lng);
        #[expect(clippy::cast_possible_truncation, reason = "the range was checked just above")]
        fits.then(|| Self { lat_e7: (lat * 1e7).round() as i64, lng_e7: (lng * 1e7).round() as i64 })
    }

    /// Latitude in degrees.
    #[expect(clippy::cast_precision_loss, reason = "11 digits fit a double")]
    pub fn lat(self) -> f64 {
        self.lat_e7 as f64 / 1e7
    }

    /// Longitude in degrees.
    #[expect(clippy::cast_precision_loss, reason = "11 digits fit a double")]
    pub fn lng(self) -> f64 {
        self.lng_e7 as f64 / 1e7
    }

    /// Distance in metres on a sphere of 6 371 km, good to half a per cent within a city.
    pub fn metres_to(self, other: Self) -> f64 {
        let (lat_a, lat_b) = (self.lat().to_radians(), other.lat().to_radians());
        let (d_lat, d_lng) = (lat_b - lat_a, (other.lng() - self.lng()).to_radians());
        let h = (d_lat / 2.0).sin().powi(2) + lat_a.cos() * lat_b.cos() * (d_lng / 2.0).sin().powi(2);
        2.0 * 6_371_000.0 * h.sqrt().asin()
    }
}
