# Settings of the city: sections of the pack, their entries and forms.
settings-nav = Settings
settings-title = Settings of the city
settings-lede = All that the program knows about the city. You see each change before you save it, and former values stay in the history.
settings-path = Path
settings-entries = { $n ->
    [one] One entry.
   *[other] { $n } entries.
  }
settings-entries-edited = { $n ->
    [0] Nothing was changed on pages.
    [one] One was changed on a page.
   *[other] { $n } were changed on pages.
  }
settings-values-edited = { $n ->
    [one] One value differs from the pack.
   *[other] { $n } values differ from the pack.
  }
settings-file = File of the pack: { $file }.
settings-new = Add an entry
settings-empty = There is no entry here yet.
settings-from-pack = from the pack
settings-edited = changed on a page
settings-own = added on a page
settings-removed = out of use
settings-by-pack = the city pack
settings-saved = Saved
settings-saved-text = The change already works. The former value is in the history at the foot of the page.
settings-preview = What will change
settings-preview-do = Show what will change
settings-more = Add another row
settings-save = Save the change
settings-nothing-changed = Nothing changes.
settings-changes = Changed values
settings-value = What
settings-before = Before
settings-after = After
settings-differs = Different from the pack
settings-differs-text = The page’s value holds. You can go back to what the pack says.
settings-pack-says = Pack
settings-page-says = Page
settings-take-pack = Take the pack’s
settings-remove = Taking out of use
settings-remove-text = The entry no longer holds. What has already used it stays. You can bring it back by saving it again.
settings-remove-do = Take the entry out of use
settings-history = History
settings-begins = The entry was added.
settings-differences = Differences between pages and pack
settings-differences-text = What was changed on pages.
settings-differences-lede = What was saved on pages holds. The pack may change, and these values stay until you take the pack’s.
settings-differences-empty = Everything is as the pack says.
settings-translations = Texts to translate
settings-translations-text = What is missing in other languages, and what is older than the Polish text.
settings-translations-lede = Where a translation is missing, residents see the Polish text. A translation is out of date when the Polish text was changed after it.
settings-translations-empty = All texts are translated and up to date.
settings-translation-old = older than the Polish text
settings-translation-missing = missing
settings-missing = Fill in this value
settings-polish-missing = Fill in the Polish text too: we show it where others are missing
settings-no-number = Enter a number, for example 5
settings-no-words = Write in each line: key = text
settings-no-json = Mend the notation: this is to be JSON
settings-key-bad = Use small letters, digits and hyphens
settings-key-taken = Choose another key, this one is taken
settings-in-use = This change cannot be saved now: something else uses the entry. First change what uses it.
settings-lines-hint = One item in each line.
settings-words-hint = In each line: key = text.
settings-json-hint = In JSON. Leave it empty if it is not needed.
entry-changed-meanwhile = Somebody changed this entry while it was being read. Go back to its page, see the change, and save yours once more.

settings-section-city = City
settings-section-city-text = Name, languages, bounds, data controllers, emergency numbers, contact.
settings-section-units = Units
settings-section-units-text = Parts of the city and municipal companies that do the work.
settings-section-hours = Hours
settings-section-hours-text = Week, holidays, days off and exceptions by which deadlines are counted.
settings-section-accessibility = Accessibility statement
settings-section-accessibility-text = What is accessible, who answers for it and when it was checked.
settings-section-privacy = Privacy notices
settings-section-privacy-text = What happens with data in each kind of matter. Versions stay in the history.
settings-section-retention = Retention
settings-section-retention-text = How long what is known of people is kept, and what happens then.
settings-section-centre = Easy text and film
settings-section-centre-text = What the centre does: easy to read, and a film in sign language.
