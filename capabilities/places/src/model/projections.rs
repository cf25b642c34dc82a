//! The plane coordinates of Polish offices, EPSG:2178 and its sisters (PL-2000) and EPSG:2180 (PL-1992), to WGS84 and back.
//!
//! Both are transverse Mercator projections of the GRS80 ellipsoid, computed by Krüger's series in the third flattening to
//! the fourth order (Krüger 1912; alpha and beta as in Karney, "Transverse Mercator with an accuracy of a few nanometers",
//! J. Geodesy 85, 2011, equations 35 and 36; delta as in Kawase, Bulletin of the GSI 59, 2011), exact to well under a
//! millimetre in Poland. Parameters: rozporządzenie RM of 15 October 2012 on the state spatial reference system (Dz.U.
//! 2012 poz. 1247) and the EPSG registry. ETRS89 and WGS84 are taken as one, which is off by less than a metre.

use base::Point;

/// Semi-major axis of GRS80, metres.
const SEMI_MAJOR_METRES: f64 = 6_378_137.0;
/// Inverse flattening of GRS80.
const INVERSE_FLATTENING: f64 = 298.257_222_101;
/// The farthest from its central meridian that a projection is used; the series is good well beyond.
const MAX_DEGREES_FROM_MERIDIAN: f64 = 10.0;

/// A place in a projection, metres. Polish standards call northing x and easting y; mind the order of columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaneMetres {
    /// To the east of the false origin; seven digits beginning with the zone in PL-2000.
    pub easting: f64,
    /// To the north of the equator, less the false northing.
    pub northing: f64,
}

/// A transverse Mercator projection of GRS80.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    central_meridian_degrees: f64,
    scale: f64,
    false_easting: f64,
    false_northing: f64,
}

impl Projection {
    /// PL-2000 zone 5, central meridian 15° (Szczecin).
    pub const EPSG_2176: Self = Self::pl_2000(15.0, 5_500_000.0);
    /// PL-2000 zone 6, central meridian 18° (Poznań, Gdańsk).
    pub const EPSG_2177: Self = Self::pl_2000(18.0, 6_500_000.0);
    /// PL-2000 zone 7, central meridian 21° (Warszawa, Kraków).
    pub const EPSG_2178: Self = Self::pl_2000(21.0, 7_500_000.0);
    /// PL-2000 zone 8, central meridian 24° (Lublin's east, Białystok).
    pub const EPSG_2179: Self = Self::pl_2000(24.0, 8_500_000.0);
    /// PL-1992, the whole country in one zone.
    pub const EPSG_2180: Self =
        Self { central_meridian_degrees: 19.0, scale: 0.9993, false_easting: 500_000.0, false_northing: -5_300_000.0 };

    const fn pl_2000(central_meridian_degrees: f64, false_easting: f64) -> Self {
        Self { central_meridian_degrees, scale: 0.999_923, false_easting, false_northing: 0.0 }
    }

    /// The plane coordinates of a point; `None` when it lies too far from the projection's meridian.
    pub fn to_plane(self, point: Point) -> Option<PlaneMetres> {
        let from_meridian = point.lng() - self.central_meridian_degrees;
        if from_meridian.abs() > MAX_DEGREES_FROM_MERIDIAN || point.lat().abs() > 89.0 {
            return None;
        }
        let series = Series::of_grs80();
        let sine = point.lat().to_radians().sin();
        let conformal_tangent = (sine.atanh() - series.eccentricity * (series.eccentricity * sine).atanh()).sinh();
        let (sin_lng, cos_lng) = from_meridian.to_radians().sin_cos();
        let xi = conformal_tangent.atan2(cos_lng);
        let eta = (sin_lng / (1.0 + conformal_tangent * conformal_tangent).sqrt()).atanh();
        let (d_xi, d_eta) = series_sum(&series.alpha, xi, eta);
        let unit = self.scale * series.radius_metres;
        Some(PlaneMetres { easting: self.false_easting + unit * (eta + d_eta), northing: self.false_northing + unit * (xi + d_xi) })
    }

    /// The point with these plane coordinates; `None` when they are not such (not finite, swapped, another zone).
    pub fn to_point(self, plane: PlaneMetres) -> Option<Point> {
        let series = Series::of_grs80();
        let unit = self.scale * series.radius_metres;
        let (xi, eta) = ((plane.northing - self.false_northing) / unit, (plane.easting - self.false_easting) / unit);
        let in_reach = xi.abs() < std::f64::consts::FRAC_PI_2 && eta.abs() < MAX_DEGREES_FROM_MERIDIAN.to_radians();
        if !in_reach {
            return None;
        }
        let (d_xi, d_eta) = series_sum(&series.beta, xi, eta);
        let (xi, eta) = (xi - d_xi, eta - d_eta);
        let conformal = (xi.sin() / eta.cosh()).asin();
        let latitude =
            conformal + (1..).zip(series.delta).map(|(order, delta)| delta * (2.0 * f64::from(order) * conformal).sin()).sum::<f64>();
        let longitude = eta.sinh().atan2(xi.cos()).to_degrees() + self.central_meridian_degrees;
        Point::from_degrees(latitude.to_degrees(), longitude)
    }
}

/// Krüger's series for one ellipsoid.
struct Series {
    eccentricity: f64,
    radius_metres: f64,
    alpha: [f64; 4],
    beta: [f64; 4],
    delta: [f64; 4],
}

impl Series {
    fn of_grs80() -> Self {
        let n = 1.0 / (2.0 * INVERSE_FLATTENING - 1.0);
        let (n2, n3, n4) = (n * n, n * n * n, n * n * n * n);
        Self {
            eccentricity: 2.0 * n.sqrt() / (1.0 + n),
            radius_metres: SEMI_MAJOR_METRES / (1.0 + n) * (1.0 + n2 / 4.0 + n4 / 64.0),
            alpha: [
                n / 2.0 - 2.0 / 3.0 * n2 + 5.0 / 16.0 * n3 + 41.0 / 180.0 * n4,
                13.0 / 48.0 * n2 - 3.0 / 5.0 * n3 + 557.0 / 1440.0 * n4,
                61.0 / 240.0 * n3 - 103.0 / 140.0 * n4,
                49_561.0 / 161_280.0 * n4,
            ],
            beta: [
                n / 2.0 - 2.0 / 3.0 * n2 + 37.0 / 96.0 * n3 - n4 / 360.0,
                n2 / 48.0 + n3 / 15.0 - 437.0 / 1440.0 * n4,
                17.0 / 480.0 * n3 - 37.0 / 840.0 * n4,
                4397.0 / 161_280.0 * n4,
            ],
            delta: [
                2.0 * n - 2.0 / 3.0 * n2 - 2.0 * n3 + 116.0 / 45.0 * n4,
                7.0 / 3.0 * n2 - 8.0 / 5.0 * n3 - 227.0 / 45.0 * n4,
                56.0 / 15.0 * n3 - 136.0 / 35.0 * n4,
                4279.0 / 630.0 * n4,
            ],
        }
    }
}

/// Σ c·sin 2jξ·cosh 2jη and Σ c·cos 2jξ·sinh 2jη.
fn series_sum(coefficients: &[f64; 4], xi: f64, eta: f64) -> (f64, f64) {
    (1..).zip(coefficients).fold((0.0, 0.0), |(d_xi, d_eta), (order, coefficient)| {
        let twice = 2.0 * f64::from(order);
        let (sine, cosine) = (twice * xi).sin_cos();
        (d_xi + coefficient * sine * (twice * eta).cosh(), d_eta + coefficient * cosine * (twice * eta).sinh())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out by PROJ 9.5.1 from ETRS89 (EPSG:4258).
    const KNOWN: [(Projection, f64, f64, f64, f64); 10] = [
        (Projection::EPSG_2178, 52.2318, 21.0062, 5_788_690.087_2, 7_500_423.568_3),
        (Projection::EPSG_2178, 50.0614, 19.9372, 5_547_790.523_3, 7_423_905.463_4),
        (Projection::EPSG_2178, 54.0, 22.4, 5_986_362.503_6, 7_591_796.197_9),
        (Projection::EPSG_2180, 52.4064, 16.9252, 506_522.740_6, 358_907.511_8),
        (Projection::EPSG_2180, 54.3520, 18.6466, 720_936.520_9, 477_037.599_4),
        (Projection::EPSG_2180, 49.2992, 19.9496, 159_512.041_2, 569_017.965_6),
        (Projection::EPSG_2180, 50.5, 24.0, 304_492.773_3, 854_412.983_0),
        (Projection::EPSG_2176, 53.4285, 14.5528, 5_921_945.410_2, 5_470_276.702_9),
        (Projection::EPSG_2177, 52.4064, 16.9252, 5_808_660.488_7, 6_426_861.897_3),
        (Projection::EPSG_2179, 50.5, 23.9, 5_596_037.829_7, 8_492_905.602_8),
    ];

    #[test]
    fn known_points_fall_where_proj_puts_them() {
        for (projection, lat, lng, northing, easting) in KNOWN {
            let point = Point::from_degrees(lat, lng).unwrap();
            let plane = projection.to_plane(point).unwrap();
            assert!((plane.northing - northing).abs() < 0.001 && (plane.easting - easting).abs() < 0.001, "{lat} {lng}: {plane:?}");
            assert_eq!(projection.to_point(PlaneMetres { easting, northing }), Some(point), "{northing} {easting}");
        }
    }

    #[test]
    fn every_point_of_poland_comes_back_from_the_plane() {
        let mut seed: u64 = 2178;
        let mut random = |from: f64, to: f64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            from + (to - from) * f64::from(u32::try_from(seed >> 33).unwrap()) / f64::from(1_u32 << 31)
        };
        for _ in 0..20_000 {
            let point = Point::from_degrees(random(48.9, 54.9), random(14.1, 24.2)).unwrap();
            for projection in
                [Projection::EPSG_2176, Projection::EPSG_2177, Projection::EPSG_2178, Projection::EPSG_2179, Projection::EPSG_2180]
            {
                let Some(plane) = projection.to_plane(point) else { continue };
                let back = projection.to_point(plane).unwrap();
                let off = (back.lat_e7 - point.lat_e7).abs().max((back.lng_e7 - point.lng_e7).abs());
                assert!(off <= 1, "{point:?} came back as {back:?} from {projection:?}");
            }
        }
    }

    #[test]
    fn what_is_no_place_in_the_projection_is_refused() {
        for (easting, northing) in [(f64::NAN, 5_788_000.0), (f64::INFINITY, 0.0), (5_788_000.0, 7_500_000.0), (21.0, 52.2)] {
            assert_eq!(Projection::EPSG_2178.to_point(PlaneMetres { easting, northing }), None, "{easting} {northing}");
        }
        assert_eq!(Projection::EPSG_2178.to_plane(Point::from_degrees(52.0, -5.0).unwrap()), None);
    }
}
