//! Words for opinions: the screen of a monitoring office, and what the township sees of them.

words! {
    heading: "监控单位意见", "Opinions of monitoring units";
    criterion: "项目", "Criterion";
    table: "各项或各单位的意见", "Opinions one by one";
    agrees: "同意", "agrees";
    objects: "有异议", "objects";
    missing: "未收到", "not received";
    void: "已失效", "void";
    no_office: "没有指定单位", "no office named";
    none_asked: "本级没有写明监控单位，不需要意见。", "The document names no monitoring unit at this level.";
    uncounted: "已收到、没有计入的意见", "Opinions that are here and do not count";
    awaited: "还在等", "Still awaited";
    awaited_next: "请把该单位的文件转给这些单位，请它们用本页面签意见后发回。", "Send them the unit's file and ask for their signed opinion.";
    no_office_next: "请在单位名录里写明哪个单位承担这个监控职责。", "Say in the directory which office takes this part.";
    changed: "意见签署后变了什么", "What changed since the opinion was signed";
    changed_unknown: "签意见时看的那一份文件不在这里，说不出变了什么；意见已失效，请该单位重新签署。", "The file that the opinion looked at is not here, so what changed cannot be told. The opinion is void; ask for a new one.";
    void_next: "请把新文件发给该单位，请它重新签意见。", "Send the new file to that office and ask for a new opinion.";
    disputed: "自评与意见不一致", "Where assessment and opinion differ";
    recomputed_side: "重新计算", "Recomputed";
    opinion_side: "监控单位", "Monitoring unit";
    both_stand: "意见不改变计算结果，两边并列，由认定单位决定。", "An opinion changes no finding: both stand, and the office decides.";
    monitor_heading: "签署意见", "Give opinions";
    monitor_intro: "只列出由本单位监控的项目。逐项选“同意”或“有异议”，全部选完后一次签名，发回一份文件。", "Only the criteria that name this office. Agree or object to each, sign once, and return one file.";
    nothing_to_do: "还没有可签意见的文件。", "There is no file to give an opinion on.";
    nothing_to_do_next: "收到发来的文件后，在上面导入。", "Import the files that were sent to you.";
    not_asked: "按文件，本单位不监控这一级的项目。", "The document asks this office about nothing at this level.";
    agree_rest: "其余都同意", "Agree with all the rest";
    agree_rest_key: "快捷键：点一下空白处再按 A，其余都同意。选好的不变，可以撤销。", "Key: click an empty spot and press A to agree with all the rest. What you chose stays, and it can be undone.";
    reason: "理由（写明事实，不写姓名和号码）", "Reason (facts only, no names or numbers)";
    reason_missing: "有异议的，请写明理由。", "Say why you object.";
    sign: "检查无误，签名", "Checked: sign";
    signed: "意见已签名", "The opinions are signed";
    signed_next: "请把这份文件发回上级平安办；一份文件里有全部单位的意见。", "Send this file back to the office: it holds the opinions on every unit.";
    not_complete: "还有没选的项目。", "Some criteria have no answer.";
    already: "本单位已签过意见，已经填好：只需选新的和变了的项目。撤回异议的，签名前逐条列出，确认后才撤回。", "This office has signed before, and that is filled in: only what is new or changed is open. An objection is taken back by name only, and confirmed before signing.";
    nothing_open: "已签，没有变化", "signed, nothing changed";
    nothing_new: "没有新的意见要签；已签的意见再合成一个文件。", "There is no new opinion to sign; what was signed is put into one file again.";
    take_again: "再取一次文件", "Take the file again";
    objects_to: "有异议：", "Objections:";
    confirm_withdrawn: "确认撤回以上异议", "Yes, take these objections back";
    withdrawn_heading: "后来撤回的异议", "Objections taken back later";
    acts_as: "本单位承担", "This office acts as";
    look: "查看依据", "Reasons";
    go_back: "返回修改", "Go back and change";
    check_heading: "签名前检查", "Check before signing";
}

sentences! {
    rest_agreed(count: usize): "没有选过的 {count} 项，已选“同意”。", "Agreed with the {count} that had no answer.";
    give_part(office: &str): "写明承担“{office}”的职责", "Give it the part of {office}";
    progress(done: usize, all: usize): "已选 {done} 项，共 {all} 项", "{done} of {all} answered";
    agrees_that(word: &str): "同意：{word}", "agrees: {word}";
    signed_agreed(day: &str): "已签（{day}）：同意", "Signed on {day}: agrees";
    signed_objected(day: &str, why: &str): "已签（{day}）：有异议：{why}", "Signed on {day}: objects: {why}";
    void_agreed(day: &str): "{day}签过同意；内容后来变了，请重新选。", "Agreed on {day}; what it was about has changed: choose again.";
    void_objected(day: &str, why: &str): "{day}签过有异议：{why}；内容后来变了，请重新选。", "Objected on {day}: {why}. What it was about has changed: choose again.";
    kept_as_signed(units: usize): "另有 {units} 个单位已签、没有变化，原样放进文件。", "Units that were signed and have not changed: {units}. They go into the file as they are.";
    objection_of(unit: &str, item: &str, why: &str): "{unit} {item}：{why}", "{unit} {item}: {why}";
    withdraws(count: usize): "将撤回 {count} 项以前的异议：", "Earlier objections that this takes back: {count}";
    took_back(count: usize): "撤回了上一份意见里的 {count} 项异议。", "It takes back {count} objections of the opinion before it.";
    withdrew(office: &str, day: &str, item: &str, why: &str): "{office}于{day}撤回了对{item}的异议：{why}", "{office} took back its objection to {item} on {day}: {why}";
    will_sign(units: usize, agree: usize, object: usize): "将对 {units} 个单位签署意见：同意 {agree} 项，有异议 {object} 项。", "Units with an opinion: {units}; {agree} agreed, {object} objected.";
    file_name(pack: &str, office: &str, period: &str): "{pack}_{office}意见_{period}.cunping.json", "{pack}_{office}_opinions_{period}.cunping.json";
}
