/**
 * Nicknames are picked, never typed, so none can hurt or tell who somebody is. Each is an adjective and an animal, in
 * the language of who picks it; a class may mix both.
 */
import { randomBelow } from '../secrets.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
type Word = Readonly<Record<Language, string>>;

const words = (text: string): readonly Word[] =>
  text.split(' ').map((pair) => {
    const [en = '', zh = ''] = pair.split('/');
    return { en, zh };
  });

const ADJECTIVES = words(
  'Brave/勇敢的 Bright/明亮的 Busy/忙碌的 Calm/沉着的 Careful/细心的 Cheerful/开朗的 Clever/聪明的 Curious/好奇的 ' +
    'Diligent/勤劳的 Eager/热心的 Fast/飞快的 Friendly/友好的 Gentle/温和的 Golden/金色的 Handy/灵巧的 Happy/快乐的 ' +
    'Honest/诚实的 Jolly/欢乐的 Keen/机灵的 Kind/善良的 Lively/活泼的 Lucky/幸运的 Merry/愉快的 Mighty/有力的 ' +
    'Neat/整洁的 Nimble/敏捷的 Patient/耐心的 Polite/礼貌的 Proud/自豪的 Quick/迅速的 Quiet/安静的 Ready/从容的 ' +
    'Silver/银色的 Steady/稳重的 Strong/强壮的 Sunny/阳光的 Warm/温暖的 Wise/智慧的',
);

const ANIMALS = words(
  'Badger/獾 Beaver/河狸 Bee/蜜蜂 Camel/骆驼 Cat/猫咪 Crane/仙鹤 Deer/小鹿 Dolphin/海豚 Duck/鸭子 Eagle/雄鹰 ' +
    'Elephant/大象 Finch/金雀 Fox/狐狸 Frog/青蛙 Giraffe/长颈鹿 Goat/山羊 Goose/大雁 Hedgehog/刺猬 Heron/白鹭 ' +
    'Horse/骏马 Kingfisher/翠鸟 Koala/考拉 Lark/云雀 Lion/狮子 Magpie/喜鹊 Otter/水獭 Owl/猫头鹰 Panda/熊猫 ' +
    'Penguin/企鹅 Rabbit/兔子 Robin/知更鸟 Seal/海豹 Sparrow/麻雀 Squirrel/松鼠 Swallow/燕子 Swan/天鹅 ' +
    'Tiger/老虎 Turtle/乌龟 Whale/鲸鱼 Zebra/斑马',
);

const JOINED_BY: Readonly<Record<Language, string>> = { en: ' ', zh: '' };

function allIn(language: Language): readonly string[] {
  return ADJECTIVES.flatMap((adjective) =>
    ANIMALS.map((animal) => adjective[language] + JOINED_BY[language] + animal[language]),
  );
}

const ALL: Readonly<Record<Language, readonly string[]>> = { en: allIn('en'), zh: allIn('zh') };
const VALID: ReadonlySet<string> = new Set(LANGUAGES.flatMap((language) => ALL[language]));

export function isNickname(text: string): boolean {
  return VALID.has(text);
}

/** Different ones that nobody here bears yet; fewer only where there are no more. */
export function freeNicknames(
  count: number,
  language: Language,
  isTaken: (nickname: string) => boolean,
): readonly string[] {
  const free = ALL[language].filter((nickname) => !isTaken(nickname));
  const picked: string[] = [];
  while (picked.length < count && free.length > 0) {
    const [nickname] = free.splice(randomBelow(free.length), 1);
    if (nickname !== undefined) picked.push(nickname);
  }
  return picked;
}
