package org.yinhang.demobank.world;

/** Invented Chinese names: a common family name and given characters drawn at random. */
public final class PersonNames {

    private static final String FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石";
    private static final String FEMALE = "芳娜敏静丽艳娟霞秀燕玲桂英慧洁梅琳雪婷雅欣怡倩蕾薇颖璐瑶妍悦萍红云莉珍晴岚彤";
    private static final String MALE = "伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林阳志建国峰毅哲晨博";

    private PersonNames() {}

    /** A name of two or three characters. */
    public static String name(Dice dice, boolean female) {
        String given = female ? FEMALE : MALE;
        StringBuilder name = new StringBuilder(3);
        name.append(FAMILY.charAt((int) (dice.uniform() * dice.uniform() * FAMILY.length())));
        name.append(given.charAt(dice.below(given.length())));
        if (dice.chance(0.72)) {
            name.append(given.charAt(dice.below(given.length())));
        }
        return name.toString();
    }
}
