package redline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildingNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1#, 1#",
        "1号楼, 1#",
        "1＃楼, 1#",
        "１＃楼, 1#",
        "1幢, 1#",
        "1 # 楼, 1#",
        "一号楼, 1#",
        "十二号楼, 12#",
        "二十号楼, 20#",
        "三十六幢, 36#",
        "No.3, 3#",
        "S1#商业, S1#商业",
        "S1#, S1#",
        "a座, A#",
        "12, 12#",
        "1-2#, 1-2#",
        "地下车库, 地下车库",
        "门卫一, 门卫一",
        "一二号楼, 一二号楼"
    })
    void a_building_number_is_one_however_it_is_written(String written, String number) {
        assertThat(BuildingNumber.of(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "3#住宅 18F, 3#",
        "住宅楼3＃ H=54m, 3#",
        "１２号住宅楼, 12#",
        "十二号楼 18层, 12#",
        "商业S-1#, S-1#",
        "s1# 2F, S1#",
        "3A#楼, 3A#",
        "A座 24F, A#",
        "1-2幢, 1-2#"
    })
    void a_label_tells_the_number_among_other_words(String label, String number) {
        assertThat(BuildingNumber.in(label)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18F", "影院300座", "共三幢", "12", "H=54.0m", "v1.2#", "一百二号", "住宅"})
    void what_counts_or_measures_is_no_building_number(String label) {
        assertThat(BuildingNumber.in(label)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1#~3#", "1、2号楼", "1#-3#", "1号楼和2号楼"})
    void several_buildings_are_not_one(String written) {
        assertThat(BuildingNumber.several(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1#", "1-2#", "S-1#", "3号楼"})
    void one_building_is_not_several(String written) {
        assertThat(BuildingNumber.several(written)).isFalse();
    }
}
