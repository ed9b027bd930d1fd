//! The list of released packs, oldest first. A line is added and never changed.

use super::Released;

/// Every released version of every pack.
pub const RELEASED: &[Released] = &[
    Released { id: "sulide-bawu-2022", version: 1, json: include_bytes!("../released/sulide-bawu-2022@1.json") },
    Released {
        id: "wangchang-pingan-cun-2023",
        version: 1,
        json: include_bytes!("../released/wangchang-pingan-cun-2023@1.json"),
    },
    Released {
        id: "changgang-pingan-fazhi-xing-2023",
        version: 1,
        json: include_bytes!("../released/changgang-pingan-fazhi-xing-2023@1.json"),
    },
    Released {
        id: "sangcun-liuhao-jiuwu-2021",
        version: 1,
        json: include_bytes!("../released/sangcun-liuhao-jiuwu-2021@1.json"),
    },
    Released {
        id: "dali-pingan-xiangcun-2024",
        version: 1,
        json: include_bytes!("../released/dali-pingan-xiangcun-2024@1.json"),
    },
];
