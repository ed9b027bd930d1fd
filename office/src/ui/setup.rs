//! Words of setting up a workplace: document, unit, key.

words! {
    heading: "设置工作单位", "Set up this workplace";
    which_document: "按哪份文件自评？", "Which document applies?";
    which_level: "评哪一级？", "Which level?";
    which_unit: "是哪个单位？", "Which unit?";
    find_unit: "输入名称或 12 位统计用区划代码", "Type a name or the 12-digit division code";
    no_unit_found: "没有找到。可以直接填 12 位代码和名称。", "Nothing found. Enter the 12-digit code and the name yourself.";
    unit_name: "单位名称", "Name of the unit";
    unit_code: "12 位统计用区划代码", "12-digit division code";
    unit_code_wrong: "代码应为 12 位数字。", "The code has 12 digits.";
    unit_code_level: "这个代码不是这一级单位的代码。", "This code belongs to a unit of another level.";
    unit_outside: "这个单位不在文件适用的区域内。", "This unit lies outside the area of the document.";
    which_office: "你在哪个部门？", "Which office are you?";
    office_village: "本单位", "The unit itself";
    office_township: "平安办", "Safety office";
    office_monitor: "监控单位", "Monitoring unit";
    which_period: "评哪个时段？", "Which period?";
    make_key: "生成签名密钥", "Make the signing key";
    making_key: "正在生成签名密钥…", "Making the signing key…";
    key_hint: "密钥只在这台电脑上，用来证明文件是本单位发出的。请及时备份。", "The key stays on this computer and shows that a file comes from this unit. Back it up.";
    key_made: "密钥已生成", "The key is made";
    passphrase: "口令", "Passphrase";
    passphrase_again: "再输一次口令", "Passphrase again";
    passphrase_why: "从磁盘直接打开时，同一台电脑上的其他网页文件可能读到数据，所以要用口令保护密钥。", "When the page is opened from disk, other local pages could read its data, so a passphrase protects the key.";
    passphrase_short: "口令至少 8 个字。", "At least 8 characters.";
    passphrase_differs: "两次输入的口令不一样。", "The two passphrases differ.";
    passphrase_lost: "口令忘记后无法找回，只能另生成密钥。", "A forgotten passphrase cannot be recovered; a new key is needed.";
    passphrase_wrong: "口令不对。", "The passphrase is wrong.";
    finish: "进入自评", "Go to the assessment";
    finish_township: "进入汇总", "Go to the roll-up";
}

sentences! {
    found(count: usize): "找到 {count} 个单位", "{count} units found";
    document_area(area: &str): "适用于 {area}", "For {area}";
}
