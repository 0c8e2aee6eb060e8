package org.yinhang.gallery;

import java.util.Map;

/** The gallery as a document: every page with its two pictures side by side. */
final class GalleryDocument {

    private static final String VISIT = """

            一次拜访的页面（`/visits/{id}`）要先与客户约好，取自浏览器测试：[1440 像素](visit-evidence-1440.png)、[390 像素](visit-evidence-english-390.png)。
            """;

    private GalleryDocument() {}

    /** The document for pages by the titles they bear; a page without one is not in it. */
    static String of(Map<GalleryPage, String> titles) {
        StringBuilder text = new StringBuilder("""
                # 全部页面

                工作台的每一页，电脑（1440 像素）与手机（390 像素）各一张，均取自同一家模拟银行；点图看原图。本页与图片由程序生成，办法见
                [CONTRIBUTING](../../CONTRIBUTING.md#pictures)。按步骤讲解的截图在[用户指南](../user-guide/README.md)各章。
                """);
        for (GalleryPages part : GalleryPages.PARTS) {
            text.append("\n## ").append(part.title()).append('\n');
            for (GalleryPage page : part.pages()) {
                String title = titles.get(page);
                if (title != null) {
                    text.append(shown(page, title));
                }
            }
        }
        return text.append(VISIT).toString();
    }

    private static String shown(GalleryPage page, String title) {
        String who = page.user().isEmpty() ? "" : "，用户 `" + page.user() + "`";
        return "\n**" + title + "**（`" + page.route() + "`" + who + "）\n\n" + picture(page.picture(1440), title, 640)
                + "\n" + picture(page.picture(390), title, 185) + "\n";
    }

    private static String picture(String file, String title, int width) {
        return "<a href=\"pages/" + file + "\"><img src=\"pages/" + file + "\" alt=\"" + title + "\" width=\"" + width
                + "\"></a>";
    }
}
