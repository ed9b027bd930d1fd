//! Words for a new edition of a document: what it changes, and what has to be checked again.

words! {
    carry_over: "已填的回答、登记的案事件和签过名的文件都保留；改动和新增的项会标出“请再看一遍”，其余沿用原来的回答。", "Answers, registered incidents and signed files all stay. What is changed or added is marked “please look again”; everything else keeps its answer.";
    verdict_changed: "得出总体结果的办法也有改动。", "How the verdict follows has changed too.";
    what_changed: "看改了什么", "See what changed";
    again: "请再看一遍", "Please look again";
    again_why: "新版改动了这一项的要求。请对照新的要求看一遍：回答没有变就点“确认不变”，有变就重新回答。", "The new edition asks otherwise here. Look at it once more: confirm if the answer stays, or answer anew.";
    confirm: "看过了，确认不变", "Looked at it, the answer stays";
    stay_hint: "不改用也可以继续按现在这一版填。", "You can also go on with the edition you have.";
}

sentences! {
    newer(title: &str, version: u32, now: u32): "“{title}”有新版：第 {version} 版，现在按第 {now} 版。", "“{title}” has a new edition: version {version}; you work with version {now}.";
    unfit(count: usize): "已载入的补充文件有 {count} 份与新版不符，改用时会移除，请向上级要新的。", "{count} loaded supplements do not fit the new edition. They are removed when you change over; ask for new ones.";
    move_over(version: u32): "改用第 {version} 版", "Change over to version {version}";
    carried(day: &str): "沿用 {day} 的回答", "Answer of {day} kept";
    made_with(version: u32, now: u32): "这份文件按第 {version} 版填报，本工作单位按第 {now} 版；结果按文件自己的那一版重新计算。", "This file was made with version {version}, and this workplace uses version {now}; it was recomputed with its own.";
    to_look_at(count: usize): "新版改动的项里，还有 {count} 项请再看一遍：", "Of what the new edition changed, please look again at {count}:";
}
