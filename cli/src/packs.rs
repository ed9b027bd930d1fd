//! The released packs, read once, and the choice of the one that a command is about.

use cunping_core::{
    id::{LevelId, UnitCode},
    pack::{Level, Pack},
};

use crate::stop::{Done, Stop};

/// Returns every released pack, oldest first.
///
/// # Errors
///
/// Only when a pack inside this program is damaged.
pub(crate) fn all() -> Done<Vec<Pack>> {
    let read = |released: &cunping_packs::Released| {
        Pack::from_json(released.json).map_err(|_| {
            Stop::could_not_run(format!(
                "程序内的文件包 {0} 已损坏，请重新安装 / the pack {0} inside this program is damaged, install it again",
                released.id
            ))
        })
    };
    cunping_packs::RELEASED.iter().map(read).collect()
}

/// Finds the pack with this id, in its newest version or in the version after `@`.
pub(crate) fn named<'a>(packs: &'a [Pack], name: &str) -> Done<&'a Pack> {
    let (id, version) = name.split_once('@').map_or((name, None), |(id, version)| (id, Some(version)));
    let fits = |pack: &&Pack| pack.id.as_str() == id && version.is_none_or(|it| pack.version.to_string() == it);
    packs.iter().filter(fits).max_by_key(|pack| pack.version).ok_or_else(|| {
        Stop::invalid(format!(
            "没有文件包 `{name}`；用 `cunping pack list` 查看有哪些 / there is no pack `{name}`; `cunping pack list` names them"
        ))
    })
}

/// Finds the level with this id.
pub(crate) fn level<'a>(pack: &'a Pack, id: &LevelId) -> Done<&'a Level> {
    pack.level(id).ok_or_else(|| {
        let levels: Vec<&str> = pack.levels.iter().map(|level| level.id.as_str()).collect();
        Stop::invalid(format!(
            "文件包 {0} 没有 `{id}` 一级，只有 {1} / the pack {0} has no level `{id}`, only {1}",
            pack.id,
            levels.join(", ")
        ))
    })
}

/// Finds the newest pack that applies to a unit; `None` where none does.
pub(crate) fn fitting(packs: &[Pack], unit: UnitCode) -> Option<&Pack> {
    packs.iter().filter(|pack| unit.lies_in(pack.source.area)).max_by_key(|pack| (&pack.id, pack.version))
}

/// Finds the first level for units of this kind; `None` where the document assesses none.
pub(crate) fn level_of(pack: &Pack, unit: UnitCode) -> Option<&Level> {
    pack.levels.iter().find(|level| level.unit == unit.level())
}
