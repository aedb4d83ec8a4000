package dev.meishi.sandbox.data;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact tag in the documented 2.0 shape, the only one the vendor describes.
 *
 * @param id opaque
 * @param name at most 30 characters
 * @param userId the creator of a personal tag; null for a company tag
 */
public record Tag(String id, String name, @Nullable String userId) {

    private static final List<String> NAMES = List.of(
            "VIP",
            "お得意様",
            "見込み客",
            "展示会2024",
            "名刺交換",
            "取引先",
            "協力会社",
            "株主",
            "年賀状",
            "東京",
            "大阪",
            "要フォロー🔥",
            "고객",
            "협력사",
            "서울 세미나",
            "잠재 고객",
            "客户",
            "供应商",
            "上海展会",
            "重要客戶",
            "Customer",
            "Supplier",
            "Press",
            "Newsletter",
            "Trade fair: Köln",
            "Investor",
            "Partner (EMEA)",
            "C-level",
            "R&D",
            "\"Quoted\"",
            "back\\slash",
            "営業/関東",
            "営業/関西",
            "休眠",
            "契約更新 2025年度 上期 対象のお客様 一覧（要確認）",
            "LINE",
            "外部",
            "abc",
            "ABC",
            "☕ coffee");

    /** Every tag, in the order of the vendor's list: by name. The first two ids are those of the vendor's sample. */
    static List<Tag> all(Seed seed) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String id = i < VendorSamples.TAG_IDS.size() ? VendorSamples.TAG_IDS.get(i) : seed.resourceId("tag", i);
            tags.add(new Tag(id, NAMES.get(i), i % 3 == 2 ? Directory.MEMBERS.get(i) : null));
        }
        tags.sort(Comparator.comparing(Tag::name));
        return List.copyOf(tags);
    }

    /** The tag as the vendor lists it. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("contactTagId", id)
                .put("contactTagName", name)
                .put("type", userId == null ? "COMPANY" : "USER");
        return userId == null ? json : json.put("userId", userId);
    }
}
