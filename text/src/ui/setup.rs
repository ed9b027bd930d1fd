//! Words for setting up a workplace: role, unit, documents.

words! {
    heading: "设置工作单位", "Set up this workplace";
    which_documents: "按哪些文件？", "Which documents apply?";
    which_documents_hint: "可以同时选几份，同一个问题只答一次。以后可以在“文件”里增减。", "Choose several if they apply: each question is answered once. You can change this later under “Documents”.";
    unit_first: "先选单位，这里会列出适用的文件。", "Choose the unit first; then the documents that hold for it stand here.";
    elsewhere: "其他地区的文件", "Documents of other areas";
    no_document: "还没有选文件：请在上面勾一份。", "No document is chosen: tick one above.";
    which_unit: "是哪个单位？", "Which unit?";
    find_unit: "输入名称或 12 位统计用区划代码", "Type a name or the 12-digit division code";
    found_one: "找到 1 个单位，按回车就选它。", "One unit found. Press Enter to choose it.";
    another_unit: "换一个", "Choose another";
    no_unit_found: "没有找到。字没有写错的，就是这里还没有这个单位，填好代码和名称一样能用。", "Nothing found. If it is spelled right, this unit is not listed here; enter its code and name, and all works the same.";
    where_codes_are: "代码问乡镇的统计站或平安办；国家统计局公布的“统计用区划代码”里也有。", "The township's statistics or safety office knows the code; it is also in the division codes that the National Bureau of Statistics publishes.";
    unit_name: "单位名称", "Name of the unit";
    unit_code: "12 位统计用区划代码", "12-digit division code";
    unit_code_wrong: "代码应为 12 位数字。", "The code has 12 digits.";
    unit_code_level: "这个代码不是这一级单位的代码：最后三位是 000 的是乡镇，最后六位是 0 的是县。", "This code belongs to a unit of another level: one that ends in 000 is a township's, in six zeros a county's.";
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
    unit_not_chosen: "还没有选单位：输入名称或代码，再点中一个。", "No unit is chosen: type its name or code, then press one of the list.";
    unit_name_missing: "请填写单位名称。", "Enter the unit's name.";
    mend_and_retry: "请改好后再点一次。", "Mend it and press again.";
    start_assessing: "开始自评", "Start the self-assessment";
    start_collecting: "开始收集汇总", "Start collecting";
    start_reviewing: "开始审看", "Start reviewing";
    no_randomness: "没有设好：浏览器没有给出随机数。请换一个浏览器。", "Nothing was set up: the browser gave no random numbers. Use another browser.";
    key_fingerprint: "密钥指纹", "Key fingerprint";
    stays_here: "填的内容只存在这台电脑上。不要用无痕（隐私）窗口：关掉以后都没有了。", "What you enter lies on this computer only. Do not use a private window: all is gone when it closes.";
}

sentences! {
    units_here(total: &str): "这里有 {total} 个单位。村名、乡镇名、县名、省名都可以输入，几个词之间空一格。", "{total} units are listed here. Type the name of a village, township, county or province; put a space between words.";
    found(count: usize): "找到 {count} 个单位", "{count} units found";
    found_many(total: &str, shown: usize): "有 {total} 个，显示前 {shown} 个。再写几个字就少了。", "There are {total}; the first {shown} are shown. Type more to have fewer.";
    chosen(name: &str, code: &str): "已选：{name}（{code}）", "Chosen: {name} ({code})";
    area_of(first: &str, count: usize): "{first}等 {count} 处", "{first} and others, {count} in all";
    document_area(area: &str): "适用于 {area}", "For {area}";
}
