//! The form of a decision: as which office, what, why. What is half-typed outlives a reload; signing is next door.

use cunping_core::{
    bundle::{Order, Settled, order, removes},
    id::{Digest, OfficeId},
};
use cunping_office::{
    problem, recognition,
    ui::{common, recognition as words},
};
use leptos::prelude::*;

use super::{removal, signing};
use crate::{
    components::{choice_row::Choice, radio::Radios, text_field::TextField},
    drafts::fields::{self, Fields},
    pages::{passphrase, signed, unit::View},
    state::counsel::decides_as,
};

/// What the parts of the form share. A handle: copies are the same form.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) view: StoredValue<View>,
    pub(super) lang: cunping_office::lang::Lang,
    /// The file that is decided on.
    pub(super) file: Digest,
    /// The offices that the workplace decides as, in the document's order.
    offices: StoredValue<Vec<OfficeId>>,
    /// What is typed: `office`, `decision`, `why`, and the fields of a removal.
    pub(super) typed: RwSignal<Fields>,
    place: StoredValue<String>,
}

impl Form {
    /// What is typed in a field.
    pub(super) fn get(self, field: &'static str) -> String {
        self.typed.with(|it| fields::get(it, field).to_owned())
    }

    /// The same for radio buttons: none where nothing was chosen.
    pub(super) fn choice(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Some(self.get(field)).filter(|it| !it.is_empty()))
    }

    /// Types in a field.
    pub(super) fn set(self, field: &'static str, text: String) {
        let app = self.view.with_value(|it| it.app);
        self.place.with_value(|place| app.type_in(place, self.typed, |it| fields::set(it, field, text)));
    }

    /// What empties the form once its decision is signed: by then another file may count, and the form be gone.
    pub(super) fn cleared(self) -> impl FnOnce() + 'static {
        let app = self.view.with_value(|it| it.app);
        app.once_signed(self.place.get_value(), self.typed, Fields::new())
    }

    /// The office that decides: the only one, or the chosen one.
    pub(super) fn office(self) -> Option<OfficeId> {
        let chosen = self.get("office");
        self.offices.with_value(|all| match all.as_slice() {
            [only] => Some(only.clone()),
            all => all.iter().find(|it| it.as_str() == chosen).cloned(),
        })
    }

    /// Whether an office's decision is only taken down here, because it signs no files itself.
    pub(super) fn on_behalf(self, office: &OfficeId) -> bool {
        self.view.with_value(|view| {
            view.here.pack.offices.get(office).is_some_and(|it| it.level > view.here.workplace.unit.level())
        })
    }

    fn settled(self) -> Settled {
        self.view.with_value(|view| view.counsel.with(|it| it.stands(view.level, self.file)))
    }

    /// What keeps it from being signed; `None` where nothing does.
    fn missing(self) -> Option<&'static str> {
        let (lang, decision) = (self.lang, self.get("decision"));
        let office = self.office()?;
        let silent = self.get("why").trim().is_empty();
        let gives = || self.view.with_value(|view| removes(view.level.decided_by()) == Some(&office));
        if problem::in_text(lang, &self.get("why")).is_some() {
            return Some(common::number_in_text(lang));
        }
        match decision.as_str() {
            "removed" if !gives() => Some(words::only_the_giver(lang)),
            "removed" if removal::ground(self).is_none() => Some(words::event_missing(lang)),
            _ if silent && self.on_behalf(&office) => Some(words::paper_missing(lang)),
            "qualified" | "removed" => None,
            _ => silent.then(|| words::reason_missing(lang)),
        }
    }
}

/// The form; nothing where no office of the workplace decides, or where nothing can be decided any more.
pub(super) fn form(view: &View, file: Digest, outcome: RwSignal<signed::Outcome>) -> Option<AnyView> {
    let (lang, level, pack) = (view.lang, view.level, view.here.pack);
    let offices: Vec<OfficeId> = decides_as(pack, level, &view.here.workplace).into_iter().cloned().collect();
    if offices.is_empty() {
        return None;
    }
    let place = format!("decide/{}/{}/{}/{}/{file}", pack.id, level.id, view.period, view.unit);
    let form = Form {
        view: StoredValue::new(view.clone()),
        lang,
        file,
        offices: StoredValue::new(offices),
        typed: view.app.fields(&place),
        place: StoredValue::new(place),
    };
    let over = Memo::new(move |_| matches!(form.settled(), Settled::Removed(_)));
    let draw = move || {
        if over.get() {
            return view! { <p>{words::removed_stands(lang)}</p> }.into_any();
        }
        fields_of(form, outcome)
    };
    Some(view! { {draw} }.into_any())
}

fn fields_of(form: Form, outcome: RwSignal<signed::Outcome>) -> AnyView {
    let lang = form.lang;
    let ready =
        Memo::new(move |_| form.office().is_some() && !form.get("decision").is_empty() && form.missing().is_none());
    // Neither is drawn anew with every letter that is typed: the focus would be lost.
    let office = Memo::new(move |_| form.office());
    let gives = Memo::new(move |_| {
        let last = |it: &OfficeId| form.view.with_value(|view| removes(view.level.decided_by()) == Some(it));
        office.with(|it| it.as_ref().is_some_and(last)) && form.settled() == Settled::Qualified
    });
    let hint = move || (!form.get("decision").is_empty()).then(|| form.missing());
    let reason = move || {
        let text = Signal::derive(move || form.get("why"));
        let typed = move |text| form.set("why", text);
        view! {
            <TextField lang id="why-decided" label=words::reason(lang) value=text on_type=typed longest=500 rows=2 />
        }
    };
    let chosen = Memo::new(move |_| !form.get("decision").is_empty());
    let removes = Memo::new(move |_| form.get("decision") == "removed");
    view! {
        <div class="stack">
            {as_office(form)}
            {move || early(form, &office.get()?)}
            {move || decisions(form, gives.get())}
            {move || removes.get().then(|| removal::fields(form))}
            {move || chosen.get().then(reason)}
            {form.view.with_value(|it| passphrase::asked_before_signing(it.app, lang, &it.here.workplace))}
            <p role="status">{hint}</p>
            <button type="button" class="primary" disabled=move || !ready.get() on:click=move |_| signing::sign(form, outcome)>{words::sign(lang)}</button>
        </div>
    }
    .into_any()
}

/// As which office, where there are several.
fn as_office(form: Form) -> Option<AnyView> {
    let (lang, pack) = (form.lang, form.view.with_value(|it| it.here.pack));
    let choice = |office: &OfficeId| {
        let hint = if form.on_behalf(office) { words::on_behalf(lang) } else { "" };
        Choice::new(office.as_str(), recognition::name(pack, office), hint)
    };
    let choices: Vec<Choice> = form.offices.with_value(|all| all.iter().map(choice).collect());
    (choices.len() > 1).then(|| {
        let choose = move |key: String| form.set("office", key);
        view! { <Radios legend=words::as_office(lang) name="as-office" choices chosen=form.choice("office") on_choose=choose /> }
            .into_any()
    })
}

/// Why a decision of the office would change nothing yet.
fn early(form: Form, office: &OfficeId) -> Option<AnyView> {
    form.view.with_value(|view| {
        let told = view.counsel.with(|counsel| {
            let on = counsel.on(form.file);
            let decided: Vec<_> = on.iter().map(|it| (&it.office, &it.decision)).collect();
            match order(office, view.level.decided_by(), &decided) {
                Order::InOrder => None,
                it => recognition::early(form.lang, view.here.pack, &it),
            }
        });
        told.map(|text| view! { <p class="notice open">{text}</p> }.into_any())
    })
}

/// What can be decided; `removable` where the office gave the name, and can take it back.
fn decisions(form: Form, removable: bool) -> AnyView {
    let lang = form.lang;
    let choice = |key: &&str| {
        let decision = signing::decision_of(form, key)?;
        (*key != "removed" || removable).then(|| Choice::new(key, recognition::decision(lang, &decision).word, ""))
    };
    let choices = signing::DECISIONS.iter().filter_map(choice).collect();
    let choose = move |key: String| form.set("decision", key);
    view! { <Radios legend=words::choose(lang) name="decision" choices chosen=form.choice("decision") on_choose=choose /> }
        .into_any()
}
