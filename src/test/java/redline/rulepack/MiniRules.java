package redline.rulepack;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A rules folder of one small pack, to be changed by tests. */
public final class MiniRules {
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    public MiniRules() {
        put("p/pack.yaml", """
                id: p
                title: {zh: 示例规定, en: Sample}
                document-number: 示例〔2020〕1号
                jurisdiction: 示例市
                layer: local-default
                dated-by: conditions-issued
                in-force: {from: 2020-01-01, to: 2029-12-31}
                version: "1"
                not-encoded:
                  - {id: x, title: {zh: 某项, en: Something}, why: {zh: 尚未编入, en: Not yet}}
                """);
        put("p/parameters/highest.yaml", """
                title: {zh: 最高, en: Highest}
                unit: m
                values:
                  - {from: 2020-01-01, to: 2024-12-31, value: 24, clause: 第1条, grade: example}
                  - {from: 2025-01-01, value: 27, clause: 第1条, grade: example}
                """);
        put("p/tables/road-setback.csv", """
                roadClass:text(TRUNK|BRANCH),setback:number[m],from,to,clause,grade
                道路等级,退让,施行日,失效日,条款,来源等级
                TRUNK,12,2020-01-01,,表1,example
                BRANCH,8,2020-01-01,2024-12-31,表1,example
                BRANCH,9,2025-01-01,,表1,example
                """);
        put("p/rules/highest.drl", """
                rule "highest"
                when
                  $b : Building( standing == "PROPOSED" )
                  Parameter( name == "p/highest", $limit : value )
                then
                  require( $b, BUILDING_HEIGHT, AT_MOST, $limit );
                end
                """);
        put("p/rules/highest.md", """
                ---
                title: {zh: 最高, en: Highest}
                force: 应
                authority: 自然资源规划
                stage: 方案
                letter: {zh: 太高, en: Too high}
                ---
                ## 管什么
                高度
                ## 何时适用
                总是
                ## 怎么算
                比较
                ## 假定
                无
                ## 存疑
                无
                """);
        put("profiles/test.yaml", """
                title: {zh: 测试, en: Test}
                authority: 自然资源规划
                stage: 方案
                packs: [p]
                settings:
                  pair-reach: {value: 200, source: 测试, grade: example}
                """);
    }

    public MiniRules put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public MiniRules replace(String path, String old, String with) {
        String text = new String(files.get(path), StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(path + " does not hold " + old);
        }
        return put(path, text.replace(old, with));
    }

    public MiniRules remove(String path) {
        files.remove(path);
        return this;
    }

    RuleFiles files() {
        return new RuleFiles(new TreeMap<>(files));
    }

    public Map<String, byte[]> byPath() {
        return files;
    }
}
