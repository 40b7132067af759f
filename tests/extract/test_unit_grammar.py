"""Names of units: where they end, and what a list of them holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach.extract.tasks.unit_cell import cell_units, whole_names
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.orthography.fold import fold
from kehoach.rules.load import load

GRAMMAR = UnitGrammar.of(load())


def named(text: str, grammar: UnitGrammar = GRAMMAR) -> tuple[list[str], str] | None:
    folded = fold(text)
    found = grammar.names(folded, 0)
    if found is None:
        return None
    return [f"{name.head} {folded[name.start : name.end]}".strip() for name in found.units], found.verb


SUBJECTS = [
    ("Phòng Nội vụ tham mưu việc khen thưởng", ["Phòng Nội vụ"], "act"),
    ("Sở Xây dựng chủ trì thẩm định", ["Sở Xây dựng"], "lead"),
    ("Ban Chỉ đạo huyện kiểm tra cơ sở", ["Ban Chỉ đạo huyện"], "supervise"),
    ("Tổ thẩm định tiến hành họp", ["Tổ thẩm định"], "act"),
    ("Đoàn kiểm tra, đánh giá có trách nhiệm lập biên bản", ["Đoàn kiểm tra, đánh giá"], "act"),
    ("Hội Nông dân và Hội Liên hiệp Phụ nữ xã vận động hội viên", ["Hội Nông dân", "Hội Liên hiệp Phụ nữ xã"], "act"),
    ("Các sở, ban, ngành, đoàn thể tỉnh căn cứ Kế hoạch", ["Các sở, ban, ngành, đoàn thể tỉnh"], "act"),
    ("UBND các xã, thị trấn và các trường học phối hợp", ["UBND các xã, thị trấn", "các trường học"], "coordinate"),
    ("Công đoàn các trường nghề, các trường năng khiếu mở lớp", ["Công đoàn các trường nghề", "Công đoàn các trường năng khiếu"], "act"),
    ("Giám đốc các Trạm vùng cao, Nhà máy tổ chức", ["Giám đốc các Trạm vùng cao", "Giám đốc các Nhà máy"], "act"),
    ("Giám đốc các Trạm, Nhà máy Chè Tân Uyên tổ chức", ["Giám đốc các Trạm", "Nhà máy Chè Tân Uyên"], "act"),
    ("Trạm Y tế xã và ba trường trong xã tổ chức", ["Trạm Y tế xã", "ba trường trong xã"], "act"),
    ("Công đoàn cơ sở lồng ghép vào sinh hoạt", ["Công đoàn cơ sở"], "act"),
    ("Công đoàn cơ sở các trạm tổ chức", ["Công đoàn cơ sở các trạm"], "act"),
    ("Đ/c Phó Giám đốc, Trưởng ban: duyệt", ["Đ/c Phó Giám đốc, Trưởng ban"], ""),
    ("Đ/c Phó Giám đốc, Trưởng ban nhân dân bản: duyệt", ["Đ/c Phó Giám đốc", "Trưởng ban nhân dân bản"], ""),
    ("Trường Tiểu học Hoa Mơ, THCS Suối Lìn tổ chức", ["Trường Tiểu học Hoa Mơ", "Trường THCS Suối Lìn"], "act"),
    ("Trường Tiểu học Hoa Mơ, Suối Lìn tổ chức", ["Trường Tiểu học Hoa Mơ", "Trường Tiểu học Suối Lìn"], "act"),
    ("Đồn Biên phòng 431, 435 tổ chức", ["Đồn Biên phòng 431", "Đồn Biên phòng 435"], "act"),
    ("Chi đoàn Kho bạc, Quân sự, Bệnh viện phổi tổ chức", ["Chi đoàn Kho bạc", "Chi đoàn Quân sự", "Chi đoàn Bệnh viện phổi"], "act"),
    ("Công đoàn các ngành Y tế, Giáo dục tổ chức", ["Công đoàn ngành Y tế", "Công đoàn ngành Giáo dục"], "act"),
    ("Chi bộ Thuế huyện, Kho bạc Nhà nước huyện tổ chức", ["Chi bộ Thuế huyện", "Kho bạc Nhà nước huyện"], "act"),
    ("Chi bộ Kho bạc, Thống kê, Văn phòng Huyện ủy tổ chức", ["Chi bộ Kho bạc", "Chi bộ Thống kê", "Văn phòng Huyện ủy"], "act"),
    ("Chi cục Thú y, Thủy sản kiểm tra", ["Chi cục Thú y", "Chi cục Thủy sản"], "supervise"),
    ("Câu lạc bộ Thơ ca, Cờ tướng tổ chức", ["Câu lạc bộ Thơ ca, Cờ tướng"], "act"),
    ("Công an, Quân sự phường tổ chức", ["Công an", "Quân sự phường"], "act"),
    ("Các khoa: Mắt, Da liễu, Nhi tổ chức", ["Các khoa: Mắt", "Khoa Da liễu", "Khoa Nhi"], "act"),
    ("Huyện đội phối hợp kiểm tra", ["Huyện đội"], "coordinate"),
    ("Công đoàn các đại học vùng, đại học ngành tổ chức", ["Công đoàn các đại học vùng", "Công đoàn các đại học ngành"], "act"),
    ("UBND các xã, các phường tổ chức", ["UBND các xã", "UBND các phường"], "act"),
    ("UBND các xã và các phòng chuyên môn tổ chức", ["UBND các xã", "các phòng chuyên môn"], "act"),
    ("Khoa/Phòng chuyên ngành, Trạm/Xưởng thực nghiệm tổ chức", ["Khoa/Phòng chuyên ngành", "Trạm/Xưởng thực nghiệm"], "act"),
    ("Viện Hải dương và Khoa Giáo dục thể chất chủ trì", ["Viện Hải dương", "Khoa Giáo dục thể chất"], "lead"),
    ("Các trường mầm non, tiểu học xây dựng kế hoạch", ["Các trường mầm non", "Các trường tiểu học"], "act"),
    ("Các sở: Y tế, Giáo dục và Đào tạo báo cáo", ["Các sở: Y tế", "Sở Giáo dục và Đào tạo"], "act"),
    ("Các Đội Quản lý thị trường số 2, số 5 kiểm tra", ["Đội Quản lý thị trường số 2", "Đội Quản lý thị trường số 5"], "supervise"),
    ("Các tổ chức, doanh nghiệp liên quan triển khai", ["Các tổ chức, doanh nghiệp liên quan"], "act"),
    ("Sở Văn hóa, Thể thao và Du lịch triển khai", ["Sở Văn hóa, Thể thao và Du lịch"], "act"),
    ("Giám đốc các trung tâm, Trưởng các phòng tổ chức", ["Giám đốc các trung tâm", "Trưởng các phòng"], "act"),
    ("Phòng Tài chính - Kế hoạch: Cân đối kinh phí", ["Phòng Tài chính - Kế hoạch"], ""),
    ("Sở Tài nguyên và Môi trường (cơ quan thường trực) hướng dẫn", ["Sở Tài nguyên và Môi trường"], "act"),
    ("Đ/c K'Tèo, Phó Giám đốc, Trưởng ban: duyệt hồ sơ", ["Đ/c K'Tèo, Phó Giám đốc, Trưởng ban"], ""),
    ("Ông Pờ A Sú (Trưởng bản), các già làng tổ chức", ["Ông Pờ A Sú (Trưởng bản)", "các già làng"], "act"),
    ("Bà Vi Thị Lả, Ông Pờ A Sú, Trưởng ban tổ chức", ["Bà Vi Thị Lả", "Ông Pờ A Sú, Trưởng ban"], "act"),
    ("Đ/c Lê Sáu, Phó Giám đốc, Trưởng các phòng tổ chức", ["Đ/c Lê Sáu, Phó Giám đốc", "Trưởng các phòng"], "act"),
    ("Phó Giám đốc phụ trách cơ điện, an toàn ký biên bản", ["Phó Giám đốc phụ trách cơ điện, an toàn"], "act"),
    ("Phó Giám đốc phụ trách khâu tuyên truyền hội thi", ["Phó Giám đốc"], "act"),
    ("Trạm Y tế và Ban Chấp hành Đoàn xã cùng phát động", ["Trạm Y tế", "Ban Chấp hành Đoàn xã"], "act"),
    ("Các đơn vị nêu tại mục 2 Phụ lục này lập sổ", ["Các đơn vị nêu tại mục 2 Phụ lục này"], "act"),
    ("Các đơn vị nêu gương người tốt", ["Các đơn vị"], "act"),
    ("Ủy ban kiểm tra Công đoàn giám sát thu chi", ["Ủy ban kiểm tra Công đoàn"], "supervise"),
    ("Ủy ban kiểm tra việc thu chi", ["Ủy ban"], "supervise"),
    ("Bến phà Cầu Ngói, Tổng công ty Đường sông lắp phao", ["Bến phà Cầu Ngói", "Tổng công ty Đường sông"], "act"),
    ("UBND các xã Mường Tè, Pa Ủ rà soát", ["UBND xã Mường Tè", "UBND xã Pa Ủ"], "act"),
    ("UBND các xã Mường Tè, Pa Ủ, Hội Nông dân huyện tổ chức", ["UBND xã Mường Tè", "UBND xã Pa Ủ", "Hội Nông dân huyện"], "act"),
    ("UBND các xã Mường Tè, Pa Ủ và thị trấn Sìn Hồ tổ chức", ["UBND xã Mường Tè", "UBND xã Pa Ủ", "UBND thị trấn Sìn Hồ"], "act"),
    ("Các bản Nậm Củm, Pa Tần họp dân", ["bản Nậm Củm", "bản Pa Tần"], "act"),
    ("Trường THCS Kim Đồng, Bế Văn Đàn tổ chức", ["Trường THCS Kim Đồng", "Trường THCS Bế Văn Đàn"], "act"),
    ("Chủ tịch UBND các xã vùng trong, vùng ngoài tổ chức", ["Chủ tịch UBND các xã vùng trong, vùng ngoài"], "act"),
    ("Các thôn còn lại họp dân", ["Các thôn còn lại"], "act"),
    ("Các hộ kinh doanh thuộc đối tượng thanh tra nộp sổ sách", ["Các hộ kinh doanh thuộc đối tượng thanh tra"], "act"),
    ("Các chi, đảng bộ trực thuộc xây dựng", ["Các chi, đảng bộ trực thuộc"], "act"),
    ("Trưởng đoàn thay mặt các thành viên phát biểu", ["Trưởng đoàn"], "act"),
    ("Công an huyện cấm đường", ["Công an huyện"], "act"),
    ("Trưởng cụm, Phó Trưởng cụm và các đơn vị trong cụm họp", ["Trưởng cụm", "Phó Trưởng cụm", "các đơn vị trong cụm"], "act"),
    ("Huyện đoàn, Khối trưởng dựng trại", ["Huyện đoàn", "Khối trưởng"], "act"),
    ("UBND các xã vùng cao tổ chức", ["UBND các xã vùng cao"], "act"),
    ("Hợp tác xã kiểu mới tổ chức", ["Hợp tác xã kiểu mới"], "act"),
    ("Trường Cao đẳng Nghề/Trung tâm Dạy nghề mở lớp", ["Trường Cao đẳng Nghề", "Trung tâm Dạy nghề"], "act"),
    ("UBND các quận/huyện khảo sát tuyến phố", ["UBND các quận/huyện"], "act"),
    ("Sở Tư pháp hoặc Công an tỉnh chủ trì", ["Sở Tư pháp", "Công an tỉnh"], "lead"),
    ("Các tổ chức tư vấn pháp luật nộp hồ sơ", ["Các tổ chức tư vấn pháp luật"], "act"),
    ("Các nhà hát thuộc Sở, các tổ chức quốc tế phối hợp", ["Các nhà hát thuộc Sở", "các tổ chức quốc tế"], "coordinate"),
    ("Thư viện tỉnh mỗi tháng mở cửa hai ngày", ["Thư viện tỉnh"], "act"),
    ('Hội đồng xét chọn Giải thưởng "Bông lúa vàng" có trách nhiệm lập danh sách', ['Hội đồng xét chọn Giải thưởng "Bông lúa vàng"'], "act"),
    ("Các trường tham gia Hội thi Tiếng hát học đường cử đội dự thi", ["Các trường tham gia Hội thi Tiếng hát học đường"], "act"),
    ("Cơ quan được giao soạn thảo quy chế phải lấy ý kiến", ["Cơ quan được giao soạn thảo quy chế"], "act"),
    ("Các trường, các cơ sở đào tạo nghề lập danh sách", ["Các trường", "các cơ sở đào tạo nghề"], "act"),
    ("Các đơn vị trong phạm vi chức năng, nhiệm vụ rà soát", ["Các đơn vị"], "act"),
    ("Công đoàn cấp trên cơ sở hướng dẫn", ["Công đoàn cấp trên cơ sở"], "act"),
    ("Ủy ban nhân dân xã, Đài Truyền thanh và Nhà văn hóa tuyên truyền", ["Ủy ban nhân dân xã", "Đài Truyền thanh", "Nhà văn hóa"], "act"),
    ("Cụm phó và các đơn vị thành viên trong Cụm góp ý", ["Cụm phó", "các đơn vị thành viên trong Cụm"], "act"),
    ("Trưởng, phó các khoa chịu trách nhiệm", ["Trưởng, phó các khoa"], "lead"),
    ("Thông tấn xã Việt Nam, Báo Nhân Dân đưa tin", ["Thông tấn xã Việt Nam", "Báo Nhân Dân"], "act"),
    ("UBND xã Bình Minh, xã Hòa An và phường Tân An rà soát", ["UBND xã Bình Minh", "UBND xã Hòa An", "UBND phường Tân An"], "act"),
    ("UBND các xã, phường rà soát", ["UBND các xã, phường"], "act"),
    ("Liên đội trưởng và anh/chị phụ trách chi đội hướng dẫn", ["Liên đội trưởng", "anh/chị phụ trách chi đội"], "act"),
    ("Các ông, bà Chánh Văn phòng, Trưởng phòng Kinh tế chịu trách nhiệm", ["Các ông, bà Chánh Văn phòng", "Trưởng phòng Kinh tế"], "lead"),
    ("Các ông (bà) Trưởng các ngành, đoàn thể xã chịu trách nhiệm", ["Các ông (bà) Trưởng các ngành, đoàn thể xã"], "lead"),
    ("Đội Cờ đỏ, Ban chấp hành chi đoàn họp", ["Đội Cờ đỏ", "Ban chấp hành chi đoàn"], "act"),
    ("Các vụ, cục liên quan báo cáo", ["Các vụ, cục liên quan"], "act"),
    ("Các sở, ngành, Mặt trận Tổ quốc tỉnh triển khai", ["Các sở, ngành", "Mặt trận Tổ quốc tỉnh"], "act"),
    ("Chủ tịch UBND các xã và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành", ["Chủ tịch UBND các xã", "các tổ chức, cá nhân có liên quan"], "lead"),
    ("cán bộ, công chức, viên chức và người lao động thực hiện", ["cán bộ, công chức, viên chức và người lao động"], "act"),
    ("Ban Thực hiện chính sách nhà ở lập danh sách", ["Ban Thực hiện chính sách nhà ở"], "act"),
    ("Ban Chỉ đạo cấp quân khu, Ban Chỉ đạo các tỉnh xây dựng quy chế", ["Ban Chỉ đạo cấp quân khu", "Ban Chỉ đạo các tỉnh"], "act"),
    ("Các Bộ, ngành, địa phương và UBND các tỉnh rà soát", ["Các Bộ, ngành, địa phương", "UBND các tỉnh"], "act"),
    ("Các Phòng, Ban, Trung tâm thuộc Cục rà soát", ["Các Phòng, Ban, Trung tâm thuộc Cục"], "act"),
    ("Các Phòng, Trung tâm Lưu trữ rà soát", ["Các Phòng", "Trung tâm Lưu trữ"], "act"),
    ("Các cơ quan báo chí Trung ương, địa phương đăng tin", ["Các cơ quan báo chí Trung ương, địa phương"], "act"),
    ("Các bộ, ngành Trung ương, các địa phương rà soát", ["Các bộ, ngành Trung ương", "các địa phương"], "act"),
    ("UBND các xã: Hòa An, Hòa Bình lập sổ", ["UBND xã Hòa An", "UBND xã Hòa Bình"], "act"),
    ("Khối phó các khối thi đua lập sổ", ["Khối phó các khối thi đua"], "act"),
    ("UBTƯ MTTQ Việt Nam, TƯ Đoàn TNCS HCM, TTXVN đưa tin", ["UBTƯ MTTQ Việt Nam", "TƯ Đoàn TNCS HCM", "TTXVN"], "act"),
    ("Phòng KTKH, PX Cơ điện lập sổ", ["Phòng KTKH", "PX Cơ điện"], "act"),
    ("Tổng Giám đốc, các Phó TGĐ kiểm tra kho", ["Tổng Giám đốc", "các Phó TGĐ"], "supervise"),
    ("Các khoa, Phòng Điều dưỡng lập sổ", ["Các khoa", "Phòng Điều dưỡng"], "act"),
    ("Văn phòng, các phòng Nội vụ, Tư pháp lập sổ", ["Văn phòng", "phòng Nội vụ", "Phòng Tư pháp"], "act"),
    ("Báo Bến Tre, Cổng TTĐT tỉnh đăng tin", ["Báo Bến Tre", "Cổng TTĐT tỉnh"], "act"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "units", "verb"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_subject(text: str, units: list[str], verb: str) -> None:
    assert named(text) == (units, verb)


@pytest.mark.parametrize(
    "text",
    [
        "Kinh phí thực hiện được bố trí từ ngân sách",
        "Phòng, chống dịch bệnh trong trường học",
        "Tổ chức hội thi văn nghệ",
        "Các trường đều có thư viện",
        "Sở Y tế đã ban hành hướng dẫn",
        "hội nghị tổng kết phong trào",
        "Các nhóm giải pháp chủ yếu",
        "Bộ quy tắc ứng xử",
        "Văn phòng phẩm",
        "Các hộ gia đình và doanh nghiệp có thể nộp hồ sơ qua mạng",
    ],
)
def test_no_subject(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Trung tâm Thông tin - Thư viện", [("Trung tâm Thông tin - Thư viện", "implement")]),
        ("Tổ Sấy số 4, số 5; Kho", [("Tổ Sấy số 4", "implement"), ("Tổ Sấy số 5", "implement"), ("Kho", "implement")]),
        ("P3, P5", [("P3", "implement"), ("P5", "implement")]),
        ("7A, 7B2", [("7A", "implement"), ("7B2", "implement")]),
        ("5", []),
        ("Ban CHQS, CA xã, TT DVTH", [("Ban CHQS", "implement"), ("CA xã", "implement"), ("TT DVTH", "implement")]),
        ("Phòng Văn xã, TTr Sở", [("Phòng Văn xã", "implement"), ("TTr Sở", "implement")]),
        ("Sở Y tế chủ trì; Văn phòng lo khánh tiết", [("Sở Y tế", "lead"), ("Văn phòng", "coordinate")]),
        ("Vụ Gia đình; Tổ kiểm tra chất lượng", [("Vụ Gia đình", "implement"), ("Tổ kiểm tra chất lượng", "implement")]),
        ("Phòng Thanh tra - Kiểm tra số 1, 2", [("Phòng Thanh tra - Kiểm tra số 1", "implement"), ("Phòng Thanh tra - Kiểm tra số 2", "implement")]),
        ("BS. Lò Văn Sáu - Trưởng khoa Nội; Khoa Dược", [("BS. Lò Văn Sáu - Trưởng khoa Nội", "implement"), ("Khoa Dược", "implement")]),
        ("Tiểu đoàn 4, 5", [("Tiểu đoàn 4", "implement"), ("Tiểu đoàn 5", "implement")]),
        ("VP HĐND - UBND huyện", [("VP HĐND - UBND huyện", "implement")]),
        ("BTCHU, VPHU", [("BTCHU", "implement"), ("VPHU", "implement")]),
        ("Văn phòng", [("Văn phòng", "implement")]),
        ("Công chức Tài chính - Kế toán", [("Công chức Tài chính - Kế toán", "implement")]),
        (
            "- Phòng Tổ chức - Hành chính. - Các khoa, phòng liên quan.",
            [("Phòng Tổ chức - Hành chính", "implement"), ("Các khoa, phòng liên quan", "implement")],
        ),
        ("Phòng Y tế chủ trì; Công an xã; Hội Nông dân", [("Phòng Y tế", "lead"), ("Công an xã", "coordinate"), ("Hội Nông dân", "coordinate")]),
        ("Chủ trì: Sở Y tế; phối hợp: Sở Tài chính", [("Sở Y tế", "lead"), ("Sở Tài chính", "coordinate")]),
        ("Ban Tuyên giáo; phối hợp: Đài Phát thanh", [("Ban Tuyên giáo", "lead"), ("Đài Phát thanh", "coordinate")]),
        ("Phòng Quản. lý đô thị", [("Phòng Quản. lý đô thị", "implement")]),
        ("Ban Tuyên giáo chủ trì, các Ban phối hợp", [("Ban Tuyên giáo", "lead"), ("các Ban", "coordinate")]),
        ("P. Kinh doanh; P.KTTC, P. An toàn", [("P. Kinh doanh", "implement"), ("P.KTTC", "implement"), ("P. An toàn", "implement")]),
        ("Trạm Y tế (chủ trì), UBND xã", [("Trạm Y tế", "lead"), ("UBND xã", "coordinate")]),
        ("Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp", [("Sở Nội vụ", "lead"), ("Sở Tư pháp", "coordinate")]),
        ("Đội Sao đỏ; Ban đại diện cha mẹ hỗ trợ", [("Đội Sao đỏ", "lead"), ("Ban đại diện cha mẹ", "coordinate")]),
        ("Đội Sao đỏ; Tổ hỗ trợ", [("Đội Sao đỏ", "implement"), ("Tổ hỗ trợ", "implement")]),
        ("Ngân hàng Lúa Vàng - Chi nhánh tỉnh; Sở Y tế", [("Ngân hàng Lúa Vàng - Chi nhánh tỉnh", "implement"), ("Sở Y tế", "implement")]),
        ("Sở Y tế - Chi nhánh tỉnh", [("Sở Y tế", "implement"), ("Chi nhánh tỉnh", "implement")]),
        ("Cô Mỷ (Tổ trưởng), giáo viên các khối", [("Cô Mỷ (Tổ trưởng)", "implement"), ("giáo viên các khối", "implement")]),
        ("Nhà trường, Trung tâm Y tế huyện", [("Nhà trường", "implement"), ("Trung tâm Y tế huyện", "implement")]),
    ],
)  # fmt: skip
def test_units_of_a_cell(cell: str, expected: list[tuple[str, str]]) -> None:
    text = fold(cell)
    found = cell_units(text, "implement", GRAMMAR)
    assert [(f"{u.head} {text[u.start : u.end]}".strip(), u.role) for u in found] == expected


WHOLE = [
    "Phòng Kê khai và Kế toán thuế", "Phòng Quản lý, hỗ trợ doanh nghiệp số 2", "Thuế cơ sở 7", "Đội Trước bạ và thu khác",
    "Phòng Giám sát quản lý về hải quan", "Chi cục Kiểm tra sau thông quan", "Phòng Cảnh sát điều tra tội phạm về ma túy",
    "Phòng Cảnh sát thi hành án hình sự và hỗ trợ tư pháp", "Đội Cảnh sát giao thông - Trật tự", "Trại tạm giam Công an tỉnh",
    "Đội Xây dựng phong trào toàn dân bảo vệ ANTQ và phụ trách xã về ANTT", "Trung đoàn 812", "Ban Hậu cần - Kỹ thuật", "Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn",
    "Phòng Thanh tra, giám sát ngân hàng", "Phòng Kế hoạch - Nghiệp vụ tín dụng", "Phòng Kiểm tra nghiệp vụ và Thi hành án",
    "Tòa Gia đình và người chưa thành niên", "Phòng Giải quyết khiếu nại, tố cáo", "Phòng Quản lý Thu - Sổ, Thẻ",
    "Bộ phận Tiếp nhận và Trả kết quả", "Phòng Lao động, Tiền lương và Bảo hiểm xã hội", "Phòng Quản lý ngân sách",
    "Phòng Đấu thầu, Thẩm định và Giám sát đầu tư", "Chi cục Quản lý chất lượng nông lâm sản và thủy sản",
    "Ban Quản lý rừng phòng hộ Sông Chảy", "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông",
    "Phòng Quản lý vận tải, phương tiện và người lái", "Ban Bồi thường, giải phóng mặt bằng và tái định cư",
    "Trung tâm Huấn luyện và Thi đấu thể dục thể thao", "Đoàn Nghệ thuật tổng hợp", "Khoa Hồi sức tích cực và Chống độc",
    "Chi cục Dân số và Phòng, chống tệ nạn xã hội", "Phòng Thanh tra, khảo thí và đảm bảo chất lượng", "Tổ Khoa học tự nhiên",
    "Vụ Giáo dục Chính trị và Công tác học sinh, sinh viên", "Ban Đoàn kết tập hợp thanh niên",
    "Trung tâm Cung ứng dịch vụ công", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Xây dựng và kiểm tra văn bản quy phạm pháp luật",
]  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("work", ["theo dõi, đôn đốc các đơn vị", "có trách nhiệm tổng hợp", "thẩm định hồ sơ"])
def test_names_with_verbs_and_commas_inside(name: str, work: str) -> None:
    found = named(f"{name} {work}")
    assert found is not None and found[0] == [fold(name)]


def test_a_known_name_ends_before_any_word_that_is_no_rank_owner_or_place() -> None:
    assert named("Phòng Tài chính - Kế toán ứng trước tiền thưởng") == (["Phòng Tài chính - Kế toán"], "act")
    assert named("Phòng Quản lý đô thị quận Hải An chủ trì") == (["Phòng Quản lý đô thị quận Hải An"], "lead")


UNLISTED = [
    "Phòng Quản lý khai thác bến bãi", "Phòng Thanh tra, giám sát đại lý", "Phòng Thống kê người nộp phí", "Đội Giám sát quản lý chợ",
    "Phòng Cấp phép và Kế toán phí", "Phòng Quản lý hộ kinh doanh, cá nhân và khoản thu nhỏ", "Trung tâm Cung cấp nước sạch",
    "Phòng Kiểm định và thử nghiệm vật liệu", "Trung tâm Nuôi dưỡng người cao tuổi, trẻ em",
]  # fmt: skip


@pytest.mark.parametrize("name", UNLISTED)
def test_names_by_their_structure(name: str) -> None:
    bare = UnitGrammar.of(load())
    bare = replace(bare, wholes=replace(bare.wholes, fields=frozenset()))
    assert named(f"{name} có trách nhiệm tổng hợp", bare) == ([fold(name)], "act")


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("Công chức\nVăn hóa - Xã hội", "Công chức Văn hóa - Xã hội"),
        ("Phòng\nNội vụ", "Phòng Nội vụ"),
        ("Công chức\nLò Văn Páo", "Công chức\nLò Văn Páo"),
        ("Văn phòng\nThanh tra", "Văn phòng\nThanh tra"),
        ("Kế toán\nThủ quỹ", "Kế toán\nThủ quỹ"),
    ],
)
def test_a_kind_of_name_at_a_line_end_goes_on(lines: str, whole: str) -> None:
    assert whole_names(lines, GRAMMAR) == whole
