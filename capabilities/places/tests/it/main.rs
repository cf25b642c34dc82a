//! Places by word and by point, in a made-up city, in the streets of Kraków and in the districts of Warsaw.

mod corners;
mod krakow;
mod landmarks;
mod lipogrod;
mod numbers;
mod phrases;
mod take_over;
mod things;
mod warsaw;
