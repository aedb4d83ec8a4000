package dev.meishi.sandbox.data;

import java.util.List;

/**
 * The words people, companies and addresses of one language consist of.
 *
 * @param lastNames family names
 * @param firstNames given names
 * @param companies how companies are called, with {@code %s} where a company's own word goes
 * @param words a company's own words
 * @param departments departments
 * @param titles positions
 * @param addresses streets and towns, with {@code %d} for a number
 * @param dialling how phone numbers start
 */
record Culture(
        List<Spelling> lastNames,
        List<Spelling> firstNames,
        List<String> companies,
        List<String> words,
        List<String> departments,
        List<String> titles,
        List<String> addresses,
        List<String> dialling) {

    /**
     * A name as written and as read aloud.
     *
     * @param written in the language's own script
     * @param read the furigana; empty outside Japanese
     */
    record Spelling(String written, String read) {}

    static final Culture JAPANESE = new Culture(
            read("佐藤:サトウ 鈴木:スズキ 高橋:タカハシ 髙橋:タカハシ 田中:タナカ 伊藤:イトウ 渡邉:ワタナベ 渡辺:ワタナベ 山本:ヤマモト 中村:ナカムラ 小林:コバヤシ"
                    + " 加藤:カトウ 𠮷田:ヨシダ 吉田:ヨシダ 山﨑:ヤマザキ 斎藤:サイトウ 齋藤:サイトウ 清水:シミズ 森:モリ 阿部:アベ 池田:イケダ 橋本:ハシモト"),
            read("翔太:ショウタ 大輔:ダイスケ 陽菜:ヒナ 美咲:ミサキ 健一:ケンイチ さくら:サクラ 蓮:レン 結衣:ユイ 悠真:ユウマ 葵:アオイ 直樹:ナオキ 恵子:ケイコ"
                    + " 太郎:タロウ 花子:ハナコ 剛:ツヨシ 由美子:ユミコ 凛:リン 一郎:イチロウ"),
            List.of("株式会社%s", "%s株式会社", "有限会社%s", "合同会社%s", "%s工業㈱"),
            words("青空 さくら ひかり 東海 北斗 みらい 富士見 大和 アルプス 銀河 港南 ゆうひ"),
            words("営業部 人事部 開発部 総務部 経理部 海外事業部 広報室"),
            words("課長 部長 主任 係長 代表取締役 取締役 営業担当"),
            List.of("東京都千代田区丸の内%d丁目", "大阪府大阪市北区梅田%d-4", "北海道札幌市中央区北%d条西", "沖縄県那覇市泉崎%d", "京都府京都市下京区%d番地"),
            words("03 06 011 090 080 050"));

    static final Culture KOREAN = new Culture(
            plain("김 이 박 최 정 강 조 윤 장 임 남궁 황보"),
            plain("민준 서연 지훈 수빈 하늘 영희 철수 예은 도윤 지우 슬기 현우"),
            List.of("㈜%s", "%s 주식회사", "%s전자", "%s건설"),
            words("한빛 미래 가온 두레 나라 새벽 해오름 푸른"),
            words("영업팀 인사팀 개발팀 총무팀 해외사업부"),
            words("과장 부장 대리 사원 대표이사"),
            List.of("서울특별시 강남구 테헤란로 %d", "부산광역시 해운대구 센텀로 %d", "경기도 성남시 분당구 불정로 %d"),
            words("02 010 051 +82-2"));

    static final Culture CHINESE = new Culture(
            plain("王 李 张 刘 陈 林 黃 張 歐陽 司马 吴 趙"),
            plain("伟 芳 秀英 娜 敏 静 志明 淑芬 建国 雅婷 俊杰 怡君"),
            List.of("%s有限公司", "%s科技股份有限公司", "%s集團", "上海%s贸易有限公司"),
            words("华夏 東方 龙腾 金山 长江 玉山 海天 明珠"),
            words("销售部 人力资源部 研发部 財務部 市場部"),
            words("经理 總經理 工程师 主管 董事长"),
            List.of("上海市浦东新区世纪大道%d号", "北京市朝阳区建国路%d号", "臺北市信義區市府路%d號"),
            words("010 021 +86-10 +886-2"));

    static final Culture LATIN = new Culture(
            plain(
                    "Jackson Müller García Nguyễn O'Brien Smith-Jones Østergård Dubois Kowalski Şahin d'Angelo MacLeod Petrović"),
            plain("April Jürgen María Thị Siobhán John Åse Chloé Łukasz İpek Giulia Ewan Željko Mary-Jane"),
            List.of("%s Inc.", "%s GmbH", "%s & Sons Ltd", "%s S.A.", "The \"%s\" Company"),
            words("Acme Nordwind Bluebird Café Fjord Contoso Zürich Señal Quick&Easy"),
            words("Sales HR R&D Finance Support"),
            List.of("Manager", "CEO", "Engineer", "Vice President, Sales", "Head of R&D"),
            List.of(
                    "%d Main Street, Springfield",
                    "Hauptstraße %d, Köln", "%d rue de l'Église, Paris", "Nørregade %d, Århus"),
            words("+1-212 +49-30 +33-1 +44-20"));

    /** Every other contact is Japanese; Latin, Korean and Chinese share the rest evenly. */
    static final List<Culture> MIX = List.of(
            JAPANESE, LATIN, JAPANESE, KOREAN, JAPANESE, CHINESE, JAPANESE, LATIN, JAPANESE, KOREAN, JAPANESE, CHINESE);

    boolean isJapanese() {
        return !lastNames.get(0).read().isEmpty();
    }

    private static List<String> words(String list) {
        return List.of(list.split(" ", -1));
    }

    private static List<Spelling> plain(String list) {
        return words(list).stream().map(name -> new Spelling(name, "")).toList();
    }

    private static List<Spelling> read(String list) {
        return words(list).stream()
                .map(name -> name.split(":", -1))
                .map(parts -> new Spelling(parts[0], parts[1]))
                .toList();
    }
}
