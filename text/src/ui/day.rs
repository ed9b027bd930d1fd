//! Words about a day that somebody types.

words! {
    hint: "如 2027-1-10、2027/1/10 或 2027年1月10日", "Such as 2027-1-10, 2027/1/10 or 2027.1.10";
    unreadable: "看不出是哪一天。年份写四位，按年、月、日的次序，如 2027-1-10。", "This is no day that can be read. Write the year with four digits, then month and day, such as 2027-1-10.";
    after_today: "这一天还没有到，不能晚于今天。", "This day has not come yet: it cannot be after today.";
}

sentences! {
    read_as(day: &str): "读作{day}", "read as {day}";
}
