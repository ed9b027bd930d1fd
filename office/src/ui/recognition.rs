//! Words of recognition: deciding about a unit, and what the unit sees of it.

words! {
    heading: "认定", "Recognition";
    qualified: "达标", "qualified";
    not_qualified: "不达标", "not qualified";
    returned: "退回更正", "returned for correction";
    removed: "取消命名", "name taken back";
    not_decided: "未认定", "not decided";
    nobody_named: "文件没有写明由谁认定。", "The document does not say who decides.";
    all_qualified: "各认定单位都认定达标", "every office found it qualified";
    no_part: "按文件，本单位不参加这一级的认定。", "The document gives this office no part in it.";
    waits_next: "认定前请先看意见和不一致的项目。", "Look at the opinions and at what differs first.";
    qualified_next: "可以打印认定表；单位再报的新文件要等认定单位决定。", "Print the form. A new file of the unit waits for the office.";
    not_qualified_next: "请把认定文件发给该单位，写明理由。", "Send the decision with its reasons to the unit.";
    returned_next: "请该单位按理由更正后重新签名报送。", "The unit mends what the reasons say, signs and reports again.";
    removed_next: "请把取消命名的文件发给该单位和上级。", "Send this decision to the unit and upward.";
    conflict_next: "请问清哪一份是对的，让另一方更正或收回。", "Ask which is right, and have the other corrected or taken back.";
    as_office: "以哪个单位认定", "Decide as";
    choose: "认定结果", "Decision";
    reason: "理由（写明事实，不写姓名和号码）", "Reason (facts only, no names or numbers)";
    reason_missing: "除达标外，请写明理由。", "Give a reason unless the unit qualifies.";
    sign: "签名认定", "Sign the decision";
    signed: "认定已签名", "The decision is signed";
    file: "认定文件", "File of the decision";
    send_on: "请把认定文件发给该单位，并报上级。", "Send the decision to the unit and upward.";
    nothing_to_decide: "没有计入汇总的文件，不能认定。", "No file counts, so nothing can be decided.";
    decisions: "已有的认定", "Decisions so far";
    waiting_file: "认定之后又来了新文件，它在等认定单位决定。", "A newer file came after the decision and waits for the office.";
    let_in: "认定退回更正，让新文件计入", "Return it, so that the newer file counts";
    print: "打印认定表", "Print the recognition form";
    on_behalf: "由本级照它的文件录入、签名；理由里写明文件名称、文号和日期。", "Taken down from its paper and signed here: name that paper, its number and date in the reason.";
    paper_missing: "照上级文件录入的，请在理由里写明文件名称、文号和日期。", "Name the paper that this is taken down from, its number and date.";
    ground: "取消命名的原因", "Why the name is taken back";
    ground_review: "定期复核不合格", "A regular review failed";
    ground_event: "发生了文件列出的案事件", "An incident that the document lists";
    event: "哪一种案事件", "What kind of incident";
    event_other: "其他", "Another";
    event_day: "发生或复核的日期", "Day of the incident or review";
    event_day_hint: "写成 2026-03-02 这样，不晚于今天。", "Written like 2026-03-02, not after today.";
    event_missing: "请选原因、写日期。", "Choose why, and write the day.";
    removed_stands: "已取消命名。文件没有规定在同一时段恢复，以后的评定时段可以再评。", "The name was taken back. The document does not give it again for the same period; a later period is open.";
    only_the_giver: "取消命名由给予命名的单位决定。", "The office that gives a name takes it back.";
    opinions_open: "意见还没有收齐，认定后意见仍可补收。", "Not every opinion is in; they can still come after the decision.";
    not_the_award: "本时段不评定，只有评定的时段才认定。", "This period is not the one that the award is given for.";
}

sentences! {
    early_warning(names: &str): "按文件次序，{names}还没有认定达标；现在签名的认定暂不算数。", "{names} has not found the unit qualified yet: a decision signed now does not count.";
    file_name(pack: &str, unit: &str, period: &str): "{pack}_{unit}认定_{period}.cunping.json", "{pack}_{unit}_decision_{period}.cunping.json";
    decided(office: &str, day: &str): "{office}于{day}作出", "{office}, {day}";
    removed_for_review(day: &str, why: &str): "{day}复核不合格，取消命名。{why}", "The review of {day} failed; the name is taken back. {why}";
    removed_for_event(day: &str, event: &str, why: &str): "{day}发生“{event}”，取消命名。{why}", "“{event}” on {day}; the name is taken back. {why}";
    names_back(count: usize): "取消命名 {count} 个，不再算已命名", "{count} names taken back; they no longer count as given";
    taken_back(units: &str): "取消命名：{units}", "Name taken back: {units}";
    too_late(file: &str): "这份认定作出前已取消命名（{file}），不算数。同一时段不能恢复命名。", "The name was taken back before this decision ({file}), which says nothing: it is not given again for the same period.";
    told(qualified: usize, not_qualified: usize, returned: usize, removed: usize): "认定：达标 {qualified} 个，不达标 {not_qualified} 个，退回更正 {returned} 个，取消命名 {removed} 个", "Decided: {qualified} qualified, {not_qualified} not, {returned} returned, {removed} names taken back";
    in_conflict(count: usize): "认定不一致 {count} 个，都不算数，须由人核定", "{count} decided differently by two offices: none counts until a person settles it";
    by_word(count: usize): "其中 {count} 个只有下级汇总里的结论，没有原始文件", "{count} of these by the word of a roll-up: the file behind the verdict is not here";
    stands(word: &str): "认定：{word}", "Decision: {word}";
    step_of(title: &str, clause: &str): "依据：{title}（{clause}）", "By: {title} ({clause})";
}
