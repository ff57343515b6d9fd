package redline.scheme;

/** What is stated of a parcel or sub-zone beside its indicators; its id is the parcel's or zone's. */
public record SiteDetail(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "新区或旧区",
                en = "new or old district",
                words = {"NEW", "OLD"})
        String district,

        @Stated(zh = "旧区改建", en = "renewal of an old area") Boolean renewal,
        @Stated(zh = "有洪涝可能", en = "flood-prone") Boolean floodProne,

        @Stated(zh = "人员密集场所基地", en = "site of a crowded building")
        Boolean crowded,

        @Stated(zh = "位于工业园区", en = "in an industrial park") Boolean inIndustrialPark,

        @Stated(zh = "地下建筑退让经批准减少", en = "smaller setback of basements approved")
        Boolean basementReduction,

        @Stated(zh = "低层或多层高密度布局", en = "dense low-rise or multi-storey layout")
        Boolean denseLayout,

        @Stated(zh = "连接道路条数", en = "connecting roads") Integer connectingRoads,

        @Stated(
                zh = "商业规模",
                en = "size of retail",
                words = {"LARGE", "MEDIUM", "SMALL", "NONE"})
        String largestCommerce,

        @Stated(
                zh = "用地大类",
                en = "land-use class",
                words = {
                    "HOUSING",
                    "COMMERCE",
                    "OFFICE",
                    "EDUCATION",
                    "HEALTH",
                    "CULTURE",
                    "INDUSTRY",
                    "STORAGE",
                    "TRANSPORT",
                    "OTHER"
                })
        String plotUse,

        @Stated(zh = "位于机场、文物保护等建筑高度控制区", en = "in a height-control zone of an airport or heritage site")
        Boolean heightControlled,

        @Stated(zh = "室外地面不平", en = "uneven outdoor ground") Boolean unevenGround)
        implements Element {}
