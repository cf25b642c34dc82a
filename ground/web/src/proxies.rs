//! Who really asks, when proxies stand in front of us.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap},
};
use ipnet::IpNet;

/// The most hops of `X-Forwarded-For` that are looked at.
const MAX_HOPS: usize = 16;
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The client's address: the rightmost hop that is not a trusted proxy.
    pub(crate) address: IpAddr,
    /// Whether the connection itself comes from a trusted proxy.
    pub(crate) trusted_peer: bool,
    /// Whether the address may not be the client's: somebody stands in between whom we do not trust, or a trusted proxy
    /// does not say for whom it asks.
    pub(crate) hidden: bool,
}

impl Origin {
    /// Without a connection (in tests) the peer is this machine.
    pub(crate) fn of(headers: &HeaderMap, extensions: &Extensions, trusted: &[IpNet]) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip().to_canonical());
        let is_trusted = |address: IpAddr| trusted.iter().any(|net| net.contains(&address));
        let trusted_peer = is_trusted(peer);
        if !trusted_peer {
            return Self { address: peer, trusted_peer, hidden: headers.contains_key(FORWARDED_FOR) || headers.contains_key("forwarded") };
        }
        let lines = headers.get_all(FORWARDED_FOR).iter().rev().map(|line| line.to_str().unwrap_or("?"));
        let hops = lines.flat_map(|line| line.rsplit(',')).take(MAX_HOPS);
        let (mut address, mut hidden) = (peer, true);
        for hop in hops {
            // A hop that is no address was written by nobody we trust: the last good one counts.
            let Some(next) = address_of(hop.trim()) else { break };
            address = next;
            if !is_trusted(next) {
                hidden = false;
                break;
            }
        }
        Self { address, trusted_peer, hidden }
    }
}

/// Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
fn address_of(hop: &str) -> Option<IpAddr> {
    let bare = hop.trim_start_matches('[').trim_end_matches(']');
    let parsed = bare.parse::<IpAddr>().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|socket| socket.ip()));
    parsed.map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(peer: &str, forwarded: &[&str], expected: &str) {
        let trusted = ["10.0.0.0/8", "127.0.0.1/32", "2001:db8::/32"].map(|net| net.parse().unwrap());
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4711)));
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        let origin = Origin::of(&headers, &extensions, &trusted);
        assert_eq!(origin.address.to_string(), expected, "{peer} {forwarded:?}");
    }

    #[test]
    fn a_proxy_that_does_not_say_for_whom_it_asks_hides_the_client() {
        let trusted = ["127.0.0.1/32".parse().unwrap()];
        for (forwarded, hidden) in [("unknown", true), ("203.0.113.9, unknown", true), ("", true), ("203.0.113.9", false)] {
            let mut headers = HeaderMap::new();
            headers.insert(FORWARDED_FOR, forwarded.parse().unwrap());
            assert_eq!(Origin::of(&headers, &Extensions::new(), &trusted).hidden, hidden, "{forwarded:?}");
        }
        assert!(Origin::of(&HeaderMap::new(), &Extensions::new(), &trusted).hidden, "no header at all");
    }

    #[test]
    fn the_rightmost_untrusted_hop_is_the_client() {
        check("10.0.0.1", &["203.0.113.9"], "203.0.113.9");
        check("10.0.0.1", &["198.51.100.1, 203.0.113.9"], "203.0.113.9");
        check("10.0.0.1", &["198.51.100.1, 203.0.113.9, 10.0.0.2"], "203.0.113.9");
        check("10.0.0.1", &["198.51.100.1", "203.0.113.9, 10.0.0.2"], "203.0.113.9");
        check("2001:db8::1", &["[2a00::7]:4711"], "2a00::7");
        check("10.0.0.1", &["203.0.113.9:80"], "203.0.113.9");
        check("10.0.0.1", &[], "10.0.0.1");
        check("10.0.0.1", &["rubbish"], "10.0.0.1");
        check("10.0.0.1", &["203.0.113.9, rubbish, 10.0.0.2"], "10.0.0.2");
        check("10.0.0.1", &["10.0.0.7, 10.0.0.8"], "10.0.0.7");
    }

    #[test]
    fn a_stranger_cannot_name_its_own_address() {
        check("203.0.113.50", &["127.0.0.1"], "203.0.113.50");
        check("::ffff:10.0.0.1", &["203.0.113.9"], "203.0.113.9");
    }
}
