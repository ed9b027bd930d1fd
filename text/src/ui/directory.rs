//! Words for the directory: units, offices and keys of an area, its export, and directories of others.

words! {
    heading: "单位名录", "Directory";
    lead: "本级有哪些单位、哪些部门、谁的密钥。应报单位按这里算；签名导出后，上级可以直接采用。", "Which units, offices and keys there are here. The expected units follow from it; signed and exported, the office above can take it over.";
    units: "应报单位", "Expected units";
    units_known: "现在用的是页面自带的名单。改动一处，就改用自己的名单。", "This is the list that comes with the page. Change anything and your own takes its place.";
    units_own: "现在用的是自己的名单。", "This is your own list.";
    units_table: "应报单位一览", "Expected units, listed";
    add_unit: "添加或改名", "Add or rename";
    add_unit_hint: "代码相同的，名称会换成新的。", "A code that is here already gets the new name.";
    list_in: "粘贴或打开名单", "Paste or open a list";
    list_in_hint: "在 WPS、Excel 里选中代码和名称两列，复制，粘贴到这里；也可以打开 CSV 文件。先看要改什么，再列入。", "Select the columns with codes and names in WPS or Excel, copy them and paste them here, or open a CSV file. You see what changes before anything does.";
    list_in_take: "列入名单", "Take it into the list";
    list_in_nothing: "这些单位名单里都有，没有要改的。", "All of these are on the list already; nothing changes.";
    remove: "移除", "Remove";
    offices: "部门", "Offices";
    offices_hint: "哪个实际部门担任文件里的哪个监控单位，服务哪些单位。同一监控单位有两个部门的（如两个卫生院），各自只选自己服务的单位。", "Which real office takes the part of which monitor, for which units. Where two share a part, such as two health centres, choose for each the units that it serves.";
    no_offices: "还没有部门。登记监控单位的密钥时会自动加入，也可以在这里添加。", "No office yet. One is added when a monitor's key is enrolled; you can add one here, too.";
    add_office: "添加部门", "Add an office";
    office_name: "部门名称", "Name of the office";
    edit: "修改", "Edit";
    save: "保存部门", "Save the office";
    serves: "服务哪些单位（一个都不选，就是全部）", "Which units it serves (none chosen: all)";
    serves_all: "全部单位", "every unit";
    acts_as: "担任文件里的", "Acts as";
    office_incomplete: "请选担任的监控单位，并填部门名称。", "Choose the monitor's part and enter the office's name.";
    export: "签名并导出名录", "Sign and export the directory";
    export_hint: "名录里有单位、部门和已登记的密钥（只有公开的一半）。发给上级平安办。", "It holds units, offices and enrolled keys (their public halves). Send it to the office above.";
    received: "收到的名录", "Directories that came in";
    received_none: "还没有收到下级的名录。", "No directory from below has come in.";
    take_over: "采用这份名录", "Take this directory over";
    personal: "这份名录里有像证件号、电话、银行卡号或邮箱的内容，不能采用。请对方删去后重新签名再发。", "This directory holds what looks like someone's identity, telephone or bank card number or e-mail address and cannot be taken over. Have it taken out, signed and sent again.";
    not_enrolled: "先登记发送部门的密钥，才能采用。", "Enrol the sender's key before you take it over.";
    nothing_new: "与这里的相同，没有要采用的。", "The same as here; nothing to take over.";
    new_units: "新单位", "New units";
    renamed: "改名", "Renamed";
    gone_units: "名录里没有的单位（仍然保留）", "Units that it does not have (they stay)";
    new_offices: "新的或改动的部门", "New or changed offices";
    new_keys: "新登记的密钥", "New keys";
    retired_keys: "停用的密钥", "Retired keys";
    foreign_keys: "不采用的密钥：不在它的区域内，或已在别的单位名下", "Keys left out: outside its area, or another unit's here";
    to_keys: "登记和停用密钥", "Enrol and retire keys";
    mend: "请改好后再点一次。", "Mend it and press again.";
}

sentences! {
    list_in_would(new: usize, renamed: usize, same: usize): "要新增 {new} 个，改名 {renamed} 个；{same} 个不变。", "{new} to be added, {renamed} to be renamed, {same} stay as they are.";
    list_in_done(new: usize, renamed: usize): "已列入：新增 {new} 个，改名 {renamed} 个。", "Taken in: {new} added, {renamed} renamed.";
    list_in_renames(code: &str, old: &str, new: &str): "{code} {old} → {new}", "{code} {old} → {new}";
    serves_some(units: &str): "服务：{units}", "serves {units}";
    from(name: &str, day: &str): "{name}，{day}收到", "{name}, seen {day}";
    and_more(count: usize): "等 {count} 个", "{count} in all";
}
