//! Which documents a workplace follows. Pure; saves nothing.

use cunping_core::{id::PackId, pack::Pack};

use super::new_workplace;
use crate::store::Workplace;

/// The workplace with one more document; unchanged where it follows it, or where the document has nothing for it.
#[must_use]
pub fn with(workplace: &Workplace, pack: &Pack, today: cunping_core::days::Day) -> Workplace {
    let mut documents = workplace.documents.clone();
    if documents.iter().all(|it| it.pack != pack.id) {
        documents.extend(new_workplace::followed(pack, workplace.role, today));
    }
    Workplace { documents, ..workplace.clone() }
}

/// The workplace without a document; `None` where it follows no other. What was answered stays in the register.
#[must_use]
pub fn without(workplace: &Workplace, pack: &PackId) -> Option<Workplace> {
    let documents: Vec<_> = workplace.documents.iter().filter(|it| it.pack != *pack).cloned().collect();
    (!documents.is_empty()).then(|| Workplace { documents, ..workplace.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::documents,
        store::{Moment, Role},
    };

    fn village() -> (Workplace, &'static Pack) {
        let pack = documents::all().first().unwrap();
        let unit = ("150626200205".parse().unwrap(), "a".to_owned());
        let made = Moment { ms: 0, day: "2026-11-22".parse().unwrap() };
        (new_workplace::make(&[pack], Role::Village, unit, ([1; 16], [2; 32]), made).unwrap(), pack)
    }

    #[test]
    fn a_document_is_followed_once_and_the_last_one_stays() {
        let (workplace, pack) = village();
        let today = "2026-11-23".parse().unwrap();
        assert_eq!(with(&workplace, pack, today), workplace);
        assert_eq!(without(&workplace, &pack.id), None);
        let mut other = pack.clone();
        other.id = "another".parse().unwrap();
        let both = with(&workplace, &other, today);
        assert_eq!(both.documents.len(), 2);
        assert_eq!(without(&both, &other.id), Some(workplace));
    }
}
