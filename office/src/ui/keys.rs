//! Words of a workplace's key, of enrolling others' keys, and of the call that makes sure whose they are.

words! {
    heading: "密钥与登记", "Keys and enrolment";
    nav: "密钥", "Keys";
    lead: "对方登记了你的密钥，才认得出文件是你发的；你登记了对方的密钥，才认得出回执是对方发的。两边都要登记，登记靠一次电话。", "Once the other side has enrolled your key it can tell your files; once you have enrolled theirs you can tell their receipts. Both sides enrol, and one telephone call does it.";
    own: "我的密钥", "My key";
    own_party: "代表", "Speaks for";
    number: "核对号码", "Comparison number";
    number_hint: "当面核对时，两边的 25 位数字应完全相同。", "When you compare in person, all 25 digits must be the same on both sides.";
    fingerprint: "密钥指纹", "Key fingerprint";
    role: "这把密钥谁在用？", "Whose hands is this key in?";
    role_hint: "只写岗位，不写姓名。", "By role, never by name.";
    role_shared: "公用", "Shared";
    role_clerk: "经办", "Clerk in charge";
    role_deputy: "代办", "Deputy";
    role_spare: "备用电脑", "Spare computer";
    make: "生成登记文件", "Make the enrolment file";
    make_again: "重新生成登记文件", "Make it again";
    made: "登记文件已生成，请发给收件部门，然后等对方来电话核实。", "The enrolment file is made. Send it to the receiving office, then wait for its call.";
    answer: "回答电话核实", "Answer the call";
    answer_hint: "对方打来电话，会念 6 位数字。填在这里，把下面出现的 8 位数字念给对方。", "The caller reads out 6 digits. Type them here and read back the 8 digits that appear.";
    heard: "听到的 6 位数字", "The 6 digits you heard";
    say_back: "请念给对方：", "Read back:";
    six_digits: "应为 6 位数字，请让对方再念一遍。", "There should be 6 digits; ask to hear them again.";
    arrived: "收到的登记文件", "Enrolment files that came in";
    arrived_none: "还没有等待登记的密钥。请让对方发来登记文件，在上面打开或粘贴。", "No key is waiting. Ask for the enrolment file, then open or paste it above.";
    take_in: "打开对方的登记文件", "Open the other side's enrolment file";
    call: "打电话核实", "Call and make sure";
    call_number: "号码用你自己通讯录里的，不要用文件里或消息里写的。", "Use the telephone number from your own list, never one written in the file or the message.";
    call_read: "请念给对方这 6 位数字：", "Read out these 6 digits:";
    call_answer: "对方念回的 8 位数字", "The 8 digits that are read back";
    check_answer: "核对并登记", "Check and enrol";
    wrong: "数字不对，没有登记。", "The digits are wrong; nothing was enrolled.";
    wrong_do: "可能听错了，也可能不是这把密钥。请念新的一组数字再核对一次；还不对，就让对方重新发登记文件。", "Perhaps misheard, perhaps another key. Read out the new digits and check again; if it fails again, have the enrolment file sent anew.";
    eight_digits: "应为 8 位数字，请让对方再念一遍。", "There should be 8 digits; ask to hear them again.";
    in_person: "不打电话，当面核对", "Compare in person instead";
    in_person_hint: "看对方屏幕上“我的密钥”里的核对号码，与这里的完全相同才可以登记。", "Look at the comparison number under “My key” on the other screen. Enrol only if it is the same.";
    same_number: "号码完全相同，登记", "The numbers are the same: enrol";
    enrol: "登记新密钥", "Enrol the new key";
    retires_from: "旧密钥从哪天起停用", "From which day the old key is retired";
    put_aside: "移出列表", "Put aside";
    enrolled: "已登记的密钥", "Enrolled keys";
    enrolled_none: "还没有登记任何密钥：收到的文件照常计入，来源请打电话核实。", "No key is enrolled yet: files count, and where they come from is to be asked by telephone.";
    retire: "停用", "Retire";
    retire_hint: "停用后，从这一天起首次收到的文件不再计入；之前收到的不受影响。停用不能撤回。", "Files first seen from that day on no longer count; earlier ones stay. It cannot be taken back.";
    retire_from: "从哪天起停用", "Retire from";
    take_out: "撤销这次登记", "Undo this enrolment";
    change: "换一把密钥", "Change the key";
    change_regular: "定期更换，或换人经办", "A regular change, or a new clerk";
    change_hint: "定期更换，或换人经办时用。旧密钥为新密钥担保，收件部门不用打电话就能登记。", "For a regular change or a new clerk. The old key vouches for the new one, so the receiving office needs no call.";
    change_passphrase: "新密钥要有口令：可以沿用现在的，也可以另设一个。", "The new key needs a passphrase: the present one, or another.";
    change_now: "生成新密钥，旧密钥担保", "Make a new key, vouched for by the old one";
    change_sure: "换好以后，请马上发送新的登记文件并做一次备份；旧备份里是旧密钥。加密给旧密钥的文件，这里照样打得开。", "Afterwards send the new enrolment file at once and make a backup: old backups hold the old key. Files that were sealed to the old key can still be opened here.";
    lost: "旧密钥丢了，或可能被别人拿到", "The old key is lost, or somebody else may have it";
    lost_hint: "新密钥会说明它接替哪一把旧密钥。收件部门要打电话核实，然后停用旧密钥。", "The new key says which old one it takes over from. The receiving office calls to make sure and retires the old one.";
    lost_this: "这台电脑上的密钥不能再用：生成新的", "The key on this computer must not be used any more: make a new one";
    lost_other: "旧密钥在别处，已经没有了：用现在这把接替", "The old key was elsewhere and is gone: this one takes over";
    lost_fingerprint: "旧密钥的指纹（43 个字符，可向收件部门要）", "Fingerprint of the old key (43 characters; the receiving office has it)";
    lost_since: "从哪天起不能用", "Since when";
    lost_make: "生成接替的登记文件", "Make the enrolment file that takes over";
    not_a_fingerprint: "这不是密钥指纹：应为 43 个字符。", "This is no key fingerprint: it has 43 characters.";
    not_a_day: "请选一个日期。", "Choose a day.";
    same_key: "这就是现在这把密钥的指纹，不能接替自己。", "This is the fingerprint of the present key; it cannot take over from itself.";
    mend: "请改好后再点一次。", "Mend it and press again.";
    of_the_unit: "单位本身", "the unit itself";
}

sentences! {
    enrolled_on(day: &str): "{day}登记", "enrolled {day}";
    retired_on(day: &str): "{day}起停用", "retired from {day}";
    says_since(day: &str): "对方说从{day}起。", "Since {day}, it says.";
    now_enrolled(name: &str): "已登记：{name}", "Enrolled: {name}";
    received_on(day: &str): "{day}收到", "received {day}";
}
