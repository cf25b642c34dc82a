//! Words too common to search for: small lists, since a word left in costs little and a word left out cannot be found.

use std::{collections::HashSet, sync::LazyLock};

use base::fold;

const POLISH: &str = "a aby ale albo bez by być był była było będzie chcę chciałbym chciałabym co czy dla do gdy gdzie go i ich
    ile im ja jak jaka jaki jakie jako jego jej jest już kiedy kto która które którego której który ma mam mi mieć mnie moja moje
    mojego mojej można mogę mój muszę my na nad nam nas nie niż o od on ona one oni oraz pan pani po pod proszę przez przy są się
    swoje ta tak tam te tego tej ten to tu tych tym u w we za ze z że żeby";

const UKRAINIAN: &str = "а або але без був була було бути в ви від він вона вони де для до є за з зі із і й його її їх коли кому
    ли мене мені ми мій моя моє мої можна на над не ні про при під по прошу та так там те ти то треба у хочу хто це цей ця ці чи
    чому що щоб я як яка яке який які";

const ENGLISH: &str = "a am an and are as at be been but by can could did do does for from had has have he her his how i if in
    into is it its me my no not of on or our she should so that the their them there they this to was we were what when where
    which who why will with would you your";

/// One set for documents and queries of all three languages, folded, since residents leave diacritics out of short words first.
static ALL: LazyLock<HashSet<String>> =
    LazyLock::new(|| [POLISH, UKRAINIAN, ENGLISH].iter().flat_map(|list| list.split_whitespace()).map(fold).collect());

/// Whether the folded word is too common to search for.
pub(crate) fn is_stop_word(folded: &str) -> bool {
    ALL.contains(folded)
}
