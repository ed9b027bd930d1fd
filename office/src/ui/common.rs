//! Words that several screens share.

words! {
    app_name: "村评", "Cunping";
    tagline: "平安创建自评与汇总", "Self-assessment and roll-up for safe-village schemes";
    save: "保存", "Save";
    saving: "正在保存…", "Saving…";
    not_saved: "没有保存", "Not saved";
    next: "下一项", "Next";
    previous: "上一项", "Previous";
    back: "返回", "Back";
    go_on: "继续", "Continue";
    start: "开始", "Start";
    start_using: "开始使用", "Get started";
    close: "关闭", "Close";
    cancel: "取消", "Cancel";
    confirm: "确定", "Confirm";
    change: "修改", "Change";
    edit: "编辑", "Edit";
    remove: "删除", "Remove";
    undo: "撤销", "Undo";
    retry: "再试一次", "Try again";
    open: "打开", "Open";
    copy: "复制", "Copy";
    copied: "已复制", "Copied";
    paste: "粘贴", "Paste";
    print: "打印", "Print";
    download: "下载", "Download";
    share: "分享", "Share";
    search: "查找", "Search";
    yes: "是", "Yes";
    no: "否", "No";
    none: "无", "None";
    unknown: "不清楚", "Not known";
    not_answered: "还没有回答", "Not answered yet";
    number: "数字", "Number";
    optional: "选填", "Optional";
    loading: "正在打开…", "Opening…";
    done: "完成", "Done";
    details: "详情", "Details";
    why: "为什么", "Why";
    clause: "条款", "Clause";
    document: "文件", "Document";
    our_reading: "解读", "Our reading";
    our_reading_hint: "文件没有写明，这里按以下理解处理。", "The document leaves this open; it is read here as follows.";
    contradiction: "文件前后不一致", "The document disagrees with itself";
    other_reading: "另一种理解", "Another reading";
    guidance: "创建措施", "Measures";
    monitors: "监控单位", "Monitoring units";
    responsible: "责任单位", "Responsible units";
    remark: "备注", "Remark";
    number_in_text: "有一处写了像证件号、电话、银行卡号或邮箱的内容，删去后才能签名。", "A text holds what looks like someone's identity, telephone or bank card number or e-mail address; take it out to sign.";
    period: "时段", "Period";
    unit: "单位", "Unit";
    office: "部门", "Office";
    division_code: "统计用区划代码", "Division code";
    provisional: "暂定", "Provisional";
    menu: "菜单", "Menu";
    help: "帮助", "Help";
    today: "今天", "Today";
    language: "语言", "Language";
}

sentences! {
    /// The time as `14:03`; said only after the transaction has completed.
    saved_at(time: &str): "已保存 {time}", "Saved {time}";
    answered(done: usize, all: usize): "{done}/{all} 已答", "{done}/{all} answered";
    place_of(place: usize, all: usize): "第 {place} 项，共 {all} 项", "{place} of {all}";
    clause_of(clause: &str): "条款：{clause}", "Clause {clause}";
    with_unit(name: &str, unit: &str): "{name}（{unit}）", "{name} ({unit})";
    working_as(unit: &str, office: &str): "当前工作单位：{unit} · {office}", "Working as {unit} · {office}";
    checked_on(day: &str): "与原文核对于 {day}", "Compared with the source on {day}";
    version_of(version: u32): "第 {version} 版", "Version {version}";
}
