//! Words for setting up a workplace: document, unit, key.

words! {
    heading: "设置工作单位", "Set up this workplace";
    which_documents: "按哪些文件？", "Which documents apply?";
    which_documents_hint: "可以同时选几份，同一个问题只答一次。以后可以在“文件”里增减。", "Choose several if they apply: each question is answered once. You can change this later under “Documents”.";
    unit_first: "先选单位，这里会列出适用的文件。", "Choose the unit first; then the documents that hold for it stand here.";
    elsewhere: "其他地区的文件", "Documents of other areas";
    no_document: "还没有选文件。", "No document is chosen.";
    which_unit: "是哪个单位？", "Which unit?";
    find_unit: "输入名称或 12 位统计用区划代码", "Type a name or the 12-digit division code";
    no_unit_found: "没有找到。可以直接填 12 位代码和名称。", "Nothing found. Enter the 12-digit code and the name yourself.";
    unit_name: "单位名称", "Name of the unit";
    unit_code: "12 位统计用区划代码", "12-digit division code";
    unit_code_wrong: "代码应为 12 位数字。", "The code has 12 digits.";
    unit_code_level: "这个代码不是这一级单位的代码。", "This code belongs to a unit of another level.";
    unit_outside: "这个单位不在文件适用的区域内。", "This unit lies outside the area of the document.";
    which_office: "你在哪个部门？", "Which office are you?";
    who_are_you: "你是谁？", "Who are you?";
    role_village: "村级单位：村干部、网格员", "Village clerk";
    role_township: "乡镇级平安办：收集汇总", "Township office: collects and rolls up";
    role_monitor: "监控单位：派出所、司法所、卫生院、公安局等", "Monitoring unit: police, justice, health and others";
    role_monitor_hint: "只看由本部门监控的项目，同意或提出异议，签名送回", "See the criteria that name your office, agree or object, sign and return";
    office_name: "本部门的名称", "Your office's own name";
    office_name_hint: "同类部门不止一个的（如两个卫生院），写全称来区分。不要写个人姓名。", "Where there are several of a kind, such as two health centres, the full name tells them apart. Never a person's name.";
    office_not_chosen: "还没有选部门，或没有填部门名称。", "No office is chosen, or it has no name.";
    no_offices: "所选文件在这一级没有监控单位。请先选单位和文件。", "The chosen documents name no monitor at this level. Choose unit and documents first.";
    role_county: "县级平安办：收集汇总", "County office: collects and rolls up";
    role_county_hint: "收下一级的文件，看汇总；文件对本级有要求的，也可以自评", "Collect the townships' files and see totals; assess the county where a document asks it to";
    role_village_hint: "逐项自评，打印表格，发送文件", "Assess, print the form, send the file";
    role_township_hint: "收各单位的文件，看汇总和目标，也可以自评", "Collect the units' files, see totals and targets; assess yourself too";
    unit_not_chosen: "还没有选单位，或代码不是 12 位数字。", "No unit is chosen, or its code does not have 12 digits.";
    unit_name_missing: "请填写单位名称。", "Enter the unit's name.";
    mend_and_retry: "请改好后再点一次。", "Mend it and press again.";
    make_key_and_start: "生成签名密钥，开始", "Make the signing key and begin";
    no_randomness: "浏览器没有给出随机数，密钥没有生成。请换一个浏览器。", "The browser gave no random numbers, so no key was made. Use another browser.";
    key_fingerprint: "密钥指纹", "Key fingerprint";
    key_hint: "密钥只在这台电脑上，用来证明文件是本单位发出的。请及时备份。不要用无痕（隐私）窗口：关掉以后都没有了。", "The key stays on this computer and shows that a file comes from this unit. Back it up. Do not use a private window: all is gone when it closes.";
}

sentences! {
    found(count: usize): "找到 {count} 个单位", "{count} units found";
    chosen(name: &str, code: &str): "已选：{name}（{code}）", "Chosen: {name} ({code})";
    area_of(first: &str, count: usize): "{first}等 {count} 处", "{first} and others, {count} in all";
    document_area(area: &str): "适用于 {area}", "For {area}";
}
