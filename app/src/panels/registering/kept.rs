//! What is kept of a form that was left half filled in, and the offer to go on with it.

use cunping_core::{
    id::{IncidentId, IndicatorId},
    period::Period,
};
use cunping_text::{
    term,
    ui::incident as words,
    when::{self, typed_day},
};
use leptos::{prelude::*, task::spawn_local};

use super::{OpenForm, Registering, followed};
use crate::{
    drafts::{
        fields::{self, TypedFields},
        incident::IncidentDraft,
    },
    store::Saved,
};

/// A form that was left half filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeptForm {
    /// The form as it is opened.
    pub(super) form: OpenForm,
    /// The draft as it was left.
    draft: IncidentDraft,
}

/// Returns the place under which a new incident of a category is kept.
pub(super) fn place_of_new(period: Period, about: &IndicatorId) -> String {
    format!("{}new/{about}", within(period))
}

/// Returns the place under which a change of an incident is kept.
pub(super) fn place_of_change(period: Period, id: IncidentId) -> String {
    format!("{}change/{id}", within(period))
}

fn within(period: Period) -> String {
    format!("incident/{period}/")
}

impl Registering {
    /// Offers to go on with the forms of this period that were left half filled in: those about a category, or with
    /// `None` all of them. What is begun at the same place is offered without this.
    pub(crate) fn recall(self, about: Option<IndicatorId>) {
        let place = within(self.period());
        spawn_local(async move {
            let found = self.app.drafts_within(&place).await;
            let Some(mut kept) = self.kept.try_get_untracked() else { return };
            for (place, text) in found {
                let known = kept.iter().any(|it| it.form.place == place)
                    || self.open.with_untracked(|open| open.as_ref().is_some_and(|open| open.place == place));
                let found = self.form_at(&place, &text);
                let found = found.filter(|it| about.as_ref().is_none_or(|about| it.form.about == *about));
                kept.extend(found.filter(|_| !known));
            }
            self.kept.set(kept);
        });
    }

    /// Returns what was typed at a place and not registered.
    pub(super) async fn kept_at(self, place: &str) -> Option<TypedFields> {
        let here = self
            .kept
            .try_with_untracked(|all| all.iter().find(|it| it.form.place == *place).map(|it| it.draft.typed()));
        match here {
            Some(Some(typed)) => Some(typed),
            _ => self.app.draft(place).await.map(|text| fields::read(&text)).filter(|typed| !typed.is_empty()),
        }
    }

    /// Closes the form, and keeps it if anything was typed.
    pub(super) fn put_away(self) {
        let Some(open) = self.open.get_untracked() else { return };
        let draft = self.draft.get_untracked();
        if draft != open.fresh {
            self.kept.update(|kept| kept.push(KeptForm { form: open, draft }));
        }
        self.open.set(None);
    }

    /// Draws the offers.
    pub(super) fn offers(self) -> AnyView {
        let lang = self.lang;
        let offer = move |kept: KeptForm| {
            let which = self.which(&kept);
            let place = kept.form.place.clone();
            let go_on = move |_| {
                self.put_away();
                self.show(kept.form.clone());
            };
            let discard = move |_| {
                self.discard(&place);
                self.go_back();
            };
            view! {
                <p class="notice open row" role="status" data-unfinished="incident">
                    <span>{words::unfinished(lang, &which)}</span>
                    <button type="button" on:click=go_on>{words::go_on(lang)}</button>
                    <button type="button" class="quiet" on:click=discard>{words::discard(lang)}</button>
                </p>
            }
        };
        any_view! { <For each=move || self.kept.get() key=|kept| kept.form.place.clone() children=offer /> }
    }

    /// Forgets what was kept at a place.
    pub(super) fn discard(self, place: &str) {
        self.kept.update(|kept| kept.retain(|it| it.form.place != *place));
        self.app.keep_draft(place, String::new());
    }

    fn which(self, KeptForm { form, draft }: &KeptForm) -> String {
        let lang = self.lang;
        let packs = followed(self.app);
        let knows = packs.iter().find(|(pack, _)| pack.indicators.contains_key(&form.about));
        let kind = knows.map_or(form.about.as_str(), |(pack, _)| term::indicator(lang, pack, &form.about));
        let day = typed_day(&draft.day).map(|day| when::day(lang, day));
        let note = Some(draft.note.clone()).filter(|note| !note.is_empty());
        let parts: Vec<_> = day.into_iter().chain([kind.to_owned()]).chain(note).collect();
        parts.join(lang.pick("，", ", "))
    }

    /// Reads a form as it was kept; `None` if the incident that it changes is gone, or nothing was typed.
    fn form_at(self, place: &str, text: &str) -> Option<KeptForm> {
        let rest = place.strip_prefix(&within(self.period()))?;
        let typed = fields::read(text);
        let (about, asked, fresh) = match rest.split_once('/')? {
            ("new", about) => {
                let about: IndicatorId = about.parse().ok()?;
                (about.clone(), Some(about.clone()), IncidentDraft::new(about))
            }
            ("change", id) => {
                let Saved { value, .. } = self.find(id.parse().ok()?)?;
                let about = super::widest(self.app, value.categories.first()?);
                let fresh = self.draft_of(&value, &about);
                (about, None, fresh)
            }
            _ => return None,
        };
        let draft = fresh.clone().with(&typed);
        let form = OpenForm { about, asked, place: place.to_owned(), fresh, resumed: false };
        (draft != form.fresh).then_some(KeptForm { form, draft })
    }
}
