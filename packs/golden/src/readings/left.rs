//! What is left over on either side: clauses that nothing names, and what names a clause that is not there.

use super::{clause::ClausePath, split::SourceClause};

/// What the pack names near a clause that it does not name itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedNear {
    /// Clauses in it: its own sentences before them are left over.
    Within,
    /// A clause around it, such as 四(一) around 四(一)2.
    Around,
    Nothing,
}

/// Lists the clauses that are not named, without those that are but a heading of others.
pub(super) fn unnamed<'a>(clauses: &'a [SourceClause], named: &[ClausePath]) -> Vec<(&'a ClausePath, NamedNear)> {
    let near = |clause: &'a SourceClause| {
        let path = &clause.path;
        if named.contains(path) {
            None
        } else if named.iter().any(|it| it.is_within(path) && is_there(clauses, it)) {
            (clause.lines.len() > 1).then_some((path, NamedNear::Within))
        } else if named.iter().any(|it| path.is_within(it)) {
            Some((path, NamedNear::Around))
        } else {
            Some((path, NamedNear::Nothing))
        }
    };
    clauses.iter().filter_map(near).collect()
}

/// Whether a source has a clause, or a part of it.
pub(super) fn is_there(clauses: &[SourceClause], path: &ClausePath) -> bool {
    clauses.iter().any(|clause| clause.path.is_within(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_on_either_side() {
        let clause =
            |(path, lines)| SourceClause { path: ClausePath::one(path), lines: vec!["某句。".to_owned(); lines] };
        let clauses = [("一", 1), ("二", 1), ("二(一)", 2), ("二(一)1", 1), ("二(二)", 1), ("三", 1)].map(clause);
        let left = |named: &[&str]| -> Vec<String> {
            let named: Vec<_> = named.iter().map(|path| ClausePath::one(path)).collect();
            unnamed(&clauses, &named).into_iter().map(|(path, near)| format!("{path} {near:?}")).collect()
        };
        assert_eq!(left(&["一", "二(一)1", "三(四)"]), ["二(一) Within", "二(二) Nothing", "三 Nothing"]);
        assert_eq!(left(&["一", "二", "三"]), ["二(一) Around", "二(一)1 Around", "二(二) Around"]);
        assert!(is_there(&clauses, &ClausePath::one("二")) && !is_there(&clauses, &ClausePath::one("三(四)")));
    }
}
