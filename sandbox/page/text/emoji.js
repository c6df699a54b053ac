// The emoji shortcodes a school's messages use most; an unknown one stays as it was typed.

const TABLE = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|clap 👏|raised_hands 🙌|wave 👋|pray 🙏|muscle 💪|point_right 👉|point_left 👈|point_up 👆|point_down 👇
handshake 🤝|v ✌️|fist 👊|raised_hand ✋|hand ✋|writing_hand ✍️|eyes 👀|brain 🧠|ear 👂|speech_balloon 💬|thought_balloon 💭
smile 😄|smiley 😃|grinning 😀|grin 😁|slightly_smiling_face 🙂|blush 😊|wink 😉|joy 😂|sweat_smile 😅|heart_eyes 😍|thinking_face 🤔|thinking 🤔
neutral_face 😐|confused 😕|worried 😟|cry 😢|sob 😭|relieved 😌|sleeping 😴|sunglasses 😎|hugging_face 🤗|partying_face 🥳|star-struck 🤩|disappointed 😞
heart ❤️|green_heart 💚|blue_heart 💙|yellow_heart 💛|purple_heart 💜|orange_heart 🧡|sparkling_heart 💖
tada 🎉|confetti_ball 🎊|balloon 🎈|trophy 🏆|medal 🏅|first_place_medal 🥇|star ⭐|star2 🌟|sparkles ✨|dizzy 💫|rainbow 🌈|sunny ☀️|seedling 🌱|herb 🌿|sunflower 🌻|tulip 🌷|four_leaf_clover 🍀|apple 🍎|fire 🔥|rocket 🚀|zap ⚡
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|warning ⚠️|exclamation ❗|question ❓|no_entry ⛔|no_entry_sign 🚫|bangbang ‼️|information_source ℹ️
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫|large_blue_square 🟦|large_green_square 🟩|white_large_square ⬜
lock 🔒|unlock 🔓|key 🔑|bell 🔔|no_bell 🔕|mag 🔍|bulb 💡|link 🔗|paperclip 📎|pushpin 📌|round_pushpin 📍|triangular_flag_on_post 🚩|checkered_flag 🏁
memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋|books 📚|book 📖|notebook 📓|bookmark 🔖|school 🏫|student 🧑‍🎓|teacher 🧑‍🏫|mortar_board 🎓|school_satchel 🎒|straight_ruler 📏|scissors ✂️|art 🎨|musical_note 🎵|soccer ⚽
calendar 📅|date 📅|spiral_calendar_pad 🗓️|alarm_clock ⏰|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|timer_clock ⏲️|clock9 🕘|clock3 🕒
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|dart 🎯|jigsaw 🧩|puzzle_piece 🧩|wrench 🔧|gear ⚙️|toolbox 🧰|package 📦|inbox_tray 📥|outbox_tray 📤|file_folder 📁|open_file_folder 📂|page_facing_up 📄
telephone_receiver 📞|phone ☎️|email 📧|envelope ✉️|house 🏠|family 👪|busts_in_silhouette 👥|bust_in_silhouette 👤|mega 📣|loudspeaker 📢|coffee ☕|cookie 🍪
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrows_counterclockwise 🔄|repeat 🔁|heavy_plus_sign ➕|heavy_minus_sign ➖|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|robot_face 🤖|crown 👑|gift 🎁|100 💯
`;

const BY_NAME = new Map(TABLE.trim().split(/[|\n]/).map((entry) => [entry.slice(0, entry.lastIndexOf(" ")), entry.slice(entry.lastIndexOf(" ") + 1)]));

/** The names offered for a quick reaction. */
export const QUICK = ["+1", "white_check_mark", "eyes", "heart", "tada", "raised_hands", "pray", "bulb", "star", "clap", "smile", "thinking_face"];

/** The character for a shortcode without its colons (skin tones left aside), or null. */
export function findEmoji(name) {
  return BY_NAME.get(name.split("::")[0]) ?? null;
}

/** Puts characters for the shortcodes in plain text. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+'-]+)(?:::skin-tone-\d)?:/g, (typed, name) => findEmoji(name) ?? typed);
}

/** Shortcodes that begin with what is typed, at most `most`. */
export function emojiStarting(start, most = 8) {
  return [...BY_NAME].filter(([name]) => name.startsWith(start)).slice(0, most).map(([name, sign]) => ({ name, sign }));
}
