//! Web mercator (EPSG:3857) in whole numbers: the square world in 2^32 steps each way, x to the east, y to the south.

use std::f64::consts::PI;

/// Steps of the world's side.
const SIDE: f64 = 4_294_967_296.0;
/// The last coordinate inside the world.
const LAST: i64 = (1 << 32) - 1;

/// A place in the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct World {
    /// From the 180th meridian to the east, 0 to 2^32 - 1.
    pub x: i64,
    /// From the northern edge (85.05 degrees) to the south, 0 to 2^32 - 1.
    pub y: i64,
}

impl World {
    /// The place of a WGS84 point in integers of 1e-7 degree; what lies beyond the edges is put on them.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "degrees of 1e-7 fit a double, the world an i64")]
    pub fn from_e7(lat_e7: i64, lng_e7: i64) -> Self {
        let sine = (lat_e7 as f64 / 1e7).to_radians().sin().clamp(-0.999_999, 0.999_999);
        let x = (lng_e7 as f64 / 3.6e9 + 0.5) * SIDE;
        let y = (0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (4.0 * PI)) * SIDE;
        Self { x: (x.floor() as i64).clamp(0, LAST), y: (y.floor() as i64).clamp(0, LAST) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_places_lie_where_every_map_has_them() {
        assert_eq!(World::from_e7(0, 0), World { x: 1 << 31, y: 1 << 31 });
        assert_eq!(World::from_e7(0, -1_800_000_000).x, 0);
        assert_eq!(World::from_e7(900_000_000, 1_800_000_000), World { x: LAST, y: 0 });
        // The tile of the town hall of Poznań: 14/8963/5384, by the formula of the OpenStreetMap wiki.
        let hall = World::from_e7(524_083_000, 169_336_000);
        let lat = 52.4083_f64.to_radians();
        let (x, y) = ((16.9336 + 180.0) / 360.0 * 16384.0, (1.0 - lat.tan().asinh() / PI) / 2.0 * 16384.0);
        #[expect(clippy::cast_possible_truncation, reason = "numbers of tiles")]
        let wiki = (x as i64, y as i64);
        assert_eq!((hall.x >> 18, hall.y >> 18), wiki);
    }
}
