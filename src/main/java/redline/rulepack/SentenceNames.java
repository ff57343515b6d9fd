package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import redline.quantity.Text;

/**
 * What sentences call the bound names of one branch. A name that is Chinese already stays; one of the list below has its word; any
 * other is called after what it is bound to, with a number where that is taken. The way back needs the DRL that the sentences were
 * made from; without it a name of the list is found again, and every other one is the word itself.
 */
final class SentenceNames {
    private static final Map<String, String> WORDS = words("""
            site 地块编号, limit 限值, height 高度, zone 分区, parcel 地块, area 面积, use 用途, useClass 用途类别,
            storeys 层数, class 类别, distance 距离, rate 指标, width 宽度, setting 设定, least 最小值, most 最大值,
            share 比例, plotUse 用地大类, kind 种类, coefficient 系数, road 道路, factor 倍数, allowed 许可项,
            building 建筑编号, grade 耐火等级, count 数量, dwellings 户数, single 单层, civil 民用建筑, spaces 车位数,
            dense 高密度, served 所服务建筑, point 点位, lot 停车场, housing 住宅, gradeA 甲耐火等级, gradeB 乙耐火等级,
            sides 边数, north 北面一栋, south 南面一栋, district 新旧区, line 控制线, compass 方位, beyond 界线外侧,
            singleA 甲单层, singleB 乙单层, heightA 甲高度, heightB 乙高度, residents 居住人数, plant 厂房,
            otherStoreys 另一栋层数, otherHeight 另一栋高度, face 立面, ramp 坡道, form 形式, heightClass 高度类别,
            useA 甲用途, useB 乙用途, useC 民用用途, useP 厂房用途, towards 朝向, standing 建设状态, size 规模,
            singleC 民用单层, singleP 厂房单层, perPerson 每人指标, otherClass 另一栋类别, internal 内部指标,
            external 外部指标, hazard 火灾危险性, hazardA 甲火灾危险性, hazardB 乙火灾危险性, facing 相对面,
            caster 遮挡建筑, roleA 甲部位, roleB 乙部位, roleC 民用部位, role 部位, heightC 民用高度, heightP 厂房高度,
            gradeC 民用耐火等级, gradeP 厂房耐火等级, clear 净距, voltage 电压, store 仓库, roof 屋顶, radius 半径,
            minimum 最低值, edge 边缘, unit 单元, others 其他指标, sill 窗台高差, ratio 比值, projection 突出,
            population 人口, dwelling 户, depth 深度, category 配建类别, buffer 缓冲距离, classA 甲类别, classB 乙类别,
            fireClass 高层类别, vehicle 车型, suite 套内面积, storey 楼层, shape 形体, perimeter 周长, lifts 电梯数,
            indicator 指标项, hours 时数, frontage 沿街长度, entrances 出入口数, enclosed 封闭
            """);

    private static final Map<String, String> NAMES = inverse(WORDS);

    private final Map<String, String> said = new LinkedHashMap<>();
    private final Map<String, String> drl = new LinkedHashMap<>();

    /** What a name is bound to. A fact is always called after its type. */
    private record Label(String word, boolean ofFact) {}

    private SentenceNames() {}

    static SentenceNames none() {
        return new SentenceNames();
    }

    /** Of each branch of a file, in their order. */
    static List<SentenceNames> of(List<Saying> file, SentenceWords words) {
        List<SentenceNames> names = new ArrayList<>();
        Map<String, Set<Label>> bound = new LinkedHashMap<>();
        for (Saying each : file) {
            if (each instanceof Saying.Header) {
                bound = new LinkedHashMap<>();
            }
            Map<String, Set<Label>> branch = bound;
            eachBinding(
                    each,
                    words,
                    (name, label) -> branch.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .add(label));
            if (each instanceof Saying.Mark mark && mark.word().equals("end")) {
                names.add(named(bound));
            }
        }
        return names;
    }

    private static SentenceNames named(Map<String, Set<Label>> bound) {
        SentenceNames names = new SentenceNames();
        bound.forEach((name, labels) -> {
            if (name.substring(1).codePoints().anyMatch(Character::isIdeographic)) {
                names.call(name, name.substring(1));
            }
        });
        bound.forEach((name, labels) -> {
            boolean value = labels.stream().noneMatch(Label::ofFact);
            if (value && !names.said.containsKey(name) && WORDS.containsKey(name.substring(1))) {
                names.call(name, WORDS.get(name.substring(1)));
            }
        });
        bound.forEach((name, labels) -> {
            if (!names.said.containsKey(name)) {
                String label =
                        common(labels).replaceAll("[^A-Za-z0-9_\\p{IsHan}]", "").replaceFirst("^的", "");
                boolean fits = label.length() > 1 && SentenceText.isName(label);
                names.call(name, fits ? label : name.substring(1));
            }
        });
        return names;
    }

    /** The longest words that all labels share. */
    private static String common(Set<Label> labels) {
        String first = labels.iterator().next().word();
        for (int length = first.length(); length > 0; length--) {
            for (int from = 0; from + length <= first.length(); from++) {
                String part = first.substring(from, from + length);
                if (labels.stream().allMatch(label -> label.word().contains(part))) {
                    return part;
                }
            }
        }
        return "";
    }

    private void call(String name, String word) {
        String free = word;
        for (int i = 2; drl.containsKey(free); i++) {
            free = word + i;
        }
        said.put(name, free);
        drl.put(free, name);
    }

    private static void eachBinding(Saying saying, SentenceWords words, BiConsumer<String, Label> use) {
        if (saying instanceof Saying.Pattern pattern) {
            FactType type = words.type(pattern.type());
            if (pattern.name() != null) {
                use.accept(pattern.name(), new Label(type.label().zh(), true));
            }
            for (Saying constraint : pattern.constraints()) {
                if (constraint instanceof Saying.Bind bind) {
                    Text title = SentenceWords.isParameter(type) ? parameter(pattern, words) : null;
                    String word = title != null ? title.zh() : words.label(type, bind.property());
                    use.accept(bind.name(), new Label(word, false));
                }
            }
        } else if (saying instanceof Saying.Joined joined) {
            joined.parts().forEach(part -> eachBinding(part, words, use));
        } else if (saying instanceof Saying.Prefixed prefixed) {
            eachBinding(prefixed.inner(), words, use);
        } else if (saying instanceof Saying.Bracket bracket) {
            eachBinding(bracket.inner(), words, use);
        }
    }

    /** Title of the parameter that a pattern picks, null where none is known. */
    private static Text parameter(Saying.Pattern pattern, SentenceWords words) {
        return pattern.constraints().get(0) instanceof Saying.Relation relation
                        && relation.right() instanceof Saying.Words name
                ? words.parameters().get(name.text())
                : null;
    }

    /** With its {@code $}. */
    String said(String name) {
        String word = said.get(name);
        return word != null ? word : WORDS.getOrDefault(name.substring(1), name.substring(1));
    }

    /** The DRL name, with its {@code $}; null where it would be that of another word. */
    String drl(String word) {
        String known = drl.get(word);
        if (known == null) {
            String name = "$" + NAMES.getOrDefault(word, word);
            String other = said.putIfAbsent(name, word);
            if (other != null) {
                return null;
            }
            drl.put(word, name);
            known = name;
        }
        return known;
    }

    /** The same names, to go on from. */
    SentenceNames copy() {
        SentenceNames copy = new SentenceNames();
        copy.said.putAll(said);
        copy.drl.putAll(drl);
        return copy;
    }

    /** Words of the list, for tests. */
    static Map<String, String> list() {
        return WORDS;
    }

    private static Map<String, String> words(String list) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String entry : list.replace("\n", " ").split(",", -1)) {
            String[] two = entry.strip().split(" ", -1);
            words.put(two[0], two[1]);
        }
        return words;
    }

    private static Map<String, String> inverse(Map<String, String> words) {
        Map<String, String> inverse = new HashMap<>();
        words.forEach((name, word) -> inverse.putIfAbsent(word, name));
        return inverse;
    }
}
