//! Topics of a pack: a tree, and what the database gives back.

use base::Id;
use interactions::{Topic, actions, pack};
use testkit::{Kit, on_both, pack_rows};

const TOPICS: &str = "
[[topic]]
key = 'waste'
name.pl = 'Odpady'

[[topic]]
key = 'bulky'
parent = 'waste'
name = { pl = 'Gabaryty', uk = 'Великогабаритні' }
";

fn read(text: &str) -> Result<Vec<Topic>, Vec<String>> {
    pack_rows(pack::TOPICS, text, pack::check)
}

#[test]
fn topics_are_a_tree() {
    let check = |from: &str, to: &str, wanted: &str| {
        let faults = read(&TOPICS.replacen(from, to, 1)).unwrap_err();
        assert!(faults.iter().any(|fault| fault.contains(wanted)), "{faults:?}");
    };
    check("parent = 'waste'", "parent = 'none'", "topics: bulky: parent: there is no none");
    check("parent = 'waste'", "parent = 'bulky'", "bulky: parent: it is its own part, or lies deeper than 4 steps");
    check("key = 'waste'", "key = 'waste'\nparent = 'bulky'", "waste: parent: it is its own part");
    check("key = 'bulky'", "key = 'waste'", "waste: this key stands twice");
    assert_eq!(read(""), Ok(Vec::new()));
}

#[tokio::test]
async fn topics_come_back_as_the_pack_names_them() {
    on_both(async |kit: &Kit| {
        let topics = read(TOPICS).unwrap();
        let brought = topics.clone();
        kit.write(move |tx| actions::take_over_topics(tx, &brought)).await.unwrap();
        assert_eq!(kit.read(interactions::topics).await.unwrap(), topics);
        let fewer = topics[..1].to_vec();
        kit.write(move |tx| actions::take_over_topics(tx, &fewer)).await.unwrap();
        assert_eq!(kit.read(interactions::topics).await.unwrap().len(), 1);
        assert_eq!(kit.told(Id::named("topic", "bulky")).await, ["topic.taken_over", "topic.withdrawn"]);
        assert_eq!(kit.read(interactions::verify).await.unwrap(), Vec::<String>::new());
        kit.write(|tx| tx.execute("update topics set active = $1 where key = 'bulky'", store::params![true])).await.unwrap();
        assert_eq!(kit.read(interactions::verify).await.unwrap().len(), 1);
    })
    .await;
}
