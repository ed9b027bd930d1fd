//! Looks through the texts and figures of a change for numbers that point to a person.

use cunping_core::{
    facts::Says,
    privacy::{PersonalKind, of_figure, of_id, scan},
};

use super::Change;

impl Change {
    /// Returns the kind of number by which a text or figure of the change points to a person. Every kind of change
    /// lists its texts here.
    pub(in crate::store) fn personal(&self) -> Option<PersonalKind> {
        let in_text = || self.texts().into_iter().find_map(|text| scan(text).first().map(|found| found.kind));
        in_text().or_else(|| match self {
            Self::State(_, statement) => statement.value.says.personal(),
            Self::PutIncident(_, incident) => {
                let figure = || incident.value.attributes.values().find_map(|value| of_figure(*value));
                of_id(incident.value.id).or_else(figure)
            }
            Self::PutOverlay(_, overlay) => overlay.value.overlay.personal().first().map(|(_, kind)| *kind),
            _ => None,
        })
    }

    fn texts(&self) -> Vec<&str> {
        match self {
            Self::AddWorkplace(workplace) => {
                std::iter::once(workplace.unit_name.as_str()).chain(workplace.office_name.as_deref()).collect()
            }
            Self::Rename { now, .. } => vec![&now.name],
            Self::State(_, statement) => match &statement.value.says {
                Says::NotApplicable(why) => vec![why],
                _ => Vec::new(),
            },
            Self::PutRemark(_, remark) => vec![&remark.value.text],
            Self::PutIncident(_, incident) => incident.value.note.as_deref().into_iter().collect(),
            Self::PutUnit(_, unit) => vec![&unit.name],
            Self::PutOffice(_, office) => vec![&office.name],
            Self::AddReceived(_, file, _) | Self::AddSent(_, file, _) => vec![&file.file_name],
            // A file is kept as it was signed: one to be sent is checked before, a received one is flagged. A draft is
            // written without such numbers, a document is its issuer's. The other changes have no text of anybody's.
            Self::RemoveWorkplace(_)
            | Self::Follow(..)
            | Self::Unfollow(..)
            | Self::ChangeOver(..)
            | Self::Confirm(..)
            | Self::SetOwnKey { .. }
            | Self::PutOverlay(..)
            | Self::DeleteIncident(..)
            | Self::TakeBack(..)
            | Self::DeleteRemark(..)
            | Self::HideFile(..)
            | Self::UnhideFile(..)
            | Self::DeleteFile(..)
            | Self::DeleteUnit(..)
            | Self::DeleteOffice(..)
            | Self::PutKey(..)
            | Self::DeleteKey(..)
            | Self::PutDraft(..)
            | Self::DeleteDraft(..)
            | Self::DeleteOverlay(..)
            | Self::PutReview(..)
            | Self::DeleteReview(..)
            | Self::PutPack(_)
            | Self::DeletePack(_)
            | Self::Set(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        pin::pin,
        task::{Context, Poll, Waker},
    };

    use super::*;
    use crate::store::{
        Direction, Store, StoreError, Table,
        conformance::sample,
        records,
        table::{Records, Write},
    };

    const MOBILE: &str = "示例１３８ ００１３ ８０００";

    /// A future of the memory backend is ready at once.
    fn now<T>(answer: impl Future<Output = T>) -> T {
        match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => answer,
            Poll::Pending => panic!("memory makes nobody wait"),
        }
    }

    /// Each text that a person writes, with a number in it.
    fn refused() -> Vec<Change> {
        let of = sample::id(1);
        let mut workplace = sample::workplace(1);
        workplace.unit_name = MOBILE.into();
        let mut office_of_workplace = sample::workplace(1);
        office_of_workplace.office_name = Some(MOBILE.into());
        let says = Says::NotApplicable(MOBILE.into());
        let statement = sample::statement("school", "2026-01-01", "2026-03-31", says);
        let (mut remark, mut unit, mut office) = (sample::remark(), sample::unit(), sample::office());
        (remark.value.text, unit.name, office.name) = (MOBILE.into(), MOBILE.into(), MOBILE.into());
        let overlay = |change: fn(&mut cunping_core::overlay::Overlay)| {
            let mut overlay = sample::overlay();
            change(&mut overlay.value.overlay);
            Change::PutOverlay(of, overlay)
        };
        let figure = sample::statement("school", "2026-01-01", "2026-03-31", Says::Count(13_800_138_000));
        let incident = |change: fn(&mut cunping_core::facts::Incident)| {
            let mut incident = sample::incident();
            change(&mut incident.value);
            Change::PutIncident(of, incident)
        };
        let file = |direction| crate::store::FileRecord { file_name: MOBILE.into(), ..sample::file(1, direction) };
        vec![
            Change::AddWorkplace(workplace),
            Change::AddWorkplace(office_of_workplace),
            Change::Rename { of, was: sample::unit(), now: unit.clone(), at: sample::moment() },
            Change::State(of, statement),
            Change::PutRemark(of, remark),
            Change::PutUnit(of, unit),
            Change::PutOffice(of, office),
            overlay(|overlay| overlay.title = MOBILE.into()),
            overlay(|overlay| overlay.issuer = MOBILE.into()),
            overlay(|overlay| overlay.number = Some(MOBILE.into())),
            overlay(|overlay| drop(overlay.texts.insert("text".parse().unwrap(), vec![String::new(), MOBILE.into()]))),
            overlay(|overlay| {
                drop(overlay.texts.insert("text".parse().unwrap(), vec!["1380013".into(), "8000".into()]))
            }),
            overlay(|overlay| assert_eq!(overlay.values.insert("figure".parse().unwrap(), 13_800_138_000), None)),
            Change::State(of, figure),
            incident(|incident| {
                assert_eq!(incident.attributes.insert("loss-yuan".parse().unwrap(), 13_800_138_000), None)
            }),
            incident(|incident| incident.note = Some(MOBILE.into())),
            incident(|incident| incident.id = "00000000000000000000013800138000".parse().unwrap()),
            Change::AddReceived(of, file(Direction::Received), String::new()),
            Change::AddSent(of, file(Direction::Sent), String::new()),
        ]
    }

    #[test]
    fn nothing_with_such_a_number_is_stored() {
        let store = Store::memory();
        now(store.apply(vec![Change::AddWorkplace(sample::workplace(1))])).unwrap();
        let rows = || now(store.backend().scan(&Table::ALL.map(|table| (table, String::new())))).unwrap();
        let before = rows();
        for change in refused() {
            let harmless = Change::PutDraft(sample::id(1), sample::draft());
            let answer = now(store.apply(vec![harmless, change.clone()]));
            assert_eq!(answer, Err(StoreError::Personal(PersonalKind::Mobile)), "{change:?}");
            assert_eq!(rows(), before, "{change:?}");
        }
    }

    /// Such rows can come from a backup that somebody wrote by hand, or from an older program.
    #[test]
    fn a_backup_says_how_many_of_its_records_hold_one() {
        let store = Store::memory();
        now(store.apply(sample::everything(1))).unwrap();
        let found = || {
            let text = now(store.backup(sample::moment())).unwrap().text;
            now(Store::memory().read_backup(&text)).unwrap().personal
        };
        assert_eq!(found(), 0);
        let mut writes = Vec::new();
        for change in refused() {
            match change {
                Change::AddReceived(..) | Change::AddSent(..) | Change::PutOverlay(..) | Change::Rename { .. } => {}
                Change::AddWorkplace(workplace) => {
                    writes.push(Write::Put(
                        Table::Workplaces,
                        workplace.id.to_string(),
                        records::write(&workplace.place()),
                    ));
                }
                change => change.write(&mut writes),
            }
        }
        now(store.backend().apply(writes)).unwrap();
        // A workplace, a statement, a remark, two incidents, a unit, an office.
        assert_eq!(found(), 7);
    }

    #[test]
    fn what_a_workplace_usually_holds_is_stored() {
        let store = Store::memory();
        assert_eq!(now(store.apply(sample::everything(1))), Ok(()));
    }
}
