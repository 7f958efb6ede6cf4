using Conformance.Documents;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>The parsing tests of JSONTestSuite (Seriot, https://github.com/nst/JSONTestSuite).</summary>
public sealed class JsonTestSuiteTests
{
    private const string Folder = "json-parsing/test_parsing";

    /// <summary>What is said of texts that RFC 8259 leaves to the implementation.</summary>
    private static readonly Dictionary<string, string> Choices = new()
    {
        ["i_number_double_huge_neg_exp.json"] = "IntegralFloat",
        ["i_number_huge_exp.json"] = "NumberOverflow",
        ["i_number_neg_int_huge_exp.json"] = "NumberOverflow",
        ["i_number_pos_double_huge_exp.json"] = "NumberOverflow",
        ["i_number_real_neg_overflow.json"] = "NumberOverflow",
        ["i_number_real_pos_overflow.json"] = "NumberOverflow",
        ["i_number_real_underflow.json"] = "IntegralFloat",
        ["i_number_too_big_neg_int.json"] = "IntegerOutOfRange",
        ["i_number_too_big_pos_int.json"] = "IntegerOutOfRange",
        ["i_number_very_big_negative_int.json"] = "IntegerOutOfRange",
        ["i_object_key_lone_2nd_surrogate.json"] = "JsonLoneSurrogate",
        ["i_string_1st_surrogate_but_2nd_missing.json"] = "JsonLoneSurrogate",
        ["i_string_1st_valid_surrogate_2nd_invalid.json"] = "JsonLoneSurrogate",
        ["i_string_UTF-16LE_with_BOM.json"] = "JsonNotUtf8",
        ["i_string_UTF-8_invalid_sequence.json"] = "InvalidUtf8",
        ["i_string_UTF8_surrogate_U+D800.json"] = "InvalidUtf8",
        ["i_string_incomplete_surrogate_and_escape_valid.json"] = "JsonLoneSurrogate",
        ["i_string_incomplete_surrogate_pair.json"] = "JsonLoneSurrogate",
        ["i_string_incomplete_surrogates_escape_valid.json"] = "JsonLoneSurrogate",
        ["i_string_invalid_lonely_surrogate.json"] = "JsonLoneSurrogate",
        ["i_string_invalid_surrogate.json"] = "JsonLoneSurrogate",
        ["i_string_invalid_utf-8.json"] = "InvalidUtf8",
        ["i_string_inverted_surrogates_U+1D11E.json"] = "JsonLoneSurrogate",
        ["i_string_iso_latin_1.json"] = "InvalidUtf8",
        ["i_string_lone_second_surrogate.json"] = "JsonLoneSurrogate",
        ["i_string_lone_utf8_continuation_byte.json"] = "InvalidUtf8",
        ["i_string_not_in_unicode_range.json"] = "InvalidUtf8",
        ["i_string_overlong_sequence_2_bytes.json"] = "InvalidUtf8",
        ["i_string_overlong_sequence_6_bytes.json"] = "InvalidUtf8",
        ["i_string_overlong_sequence_6_bytes_null.json"] = "InvalidUtf8",
        ["i_string_truncated-utf-8.json"] = "InvalidUtf8",
        ["i_string_utf16BE_no_BOM.json"] = "JsonNotUtf8",
        ["i_string_utf16LE_no_BOM.json"] = "JsonNotUtf8",
        ["i_structure_500_nested_arrays.json"] = "TooDeep",
        ["i_structure_UTF-8_BOM_empty_object.json"] = "JsonByteOrderMark",
    };

    /// <summary>What the suite's texts may have that RFC 8259 allows.</summary>
    private static readonly FaultKind[] Allowed =
    [
        FaultKind.DuplicateKey, FaultKind.Float, FaultKind.IntegralFloat, FaultKind.IntegerOutOfRange, FaultKind.NegativeZero,
        FaultKind.NumberOverflow,
    ];

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        string[] paths = SharedData.Has(Folder) ? Directory.GetFiles(SharedData.PathOrSkip(Folder)) : ["(absent)"];
        foreach (string path in paths.Order(StringComparer.Ordinal))
        {
            names.Add(Path.GetFileName(path));
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_SuiteText_IsJudgedAsTheSuiteSays(string name)
    {
        string directory = SharedData.PathOrSkip(Folder);
        Document document = JsonReading.Read(File.ReadAllBytes(Path.Combine(directory, name)));
        string kinds = string.Join(' ', document.Faults.Select(fault => fault.Kind).Distinct());
        bool wellFormed = document.Faults.All(fault => Allowed.Contains(fault.Kind));
        if (name[0] == 'i')
        {
            kinds.ShouldBe(Choices[name]);
        }
        else
        {
            wellFormed.ShouldBe(name[0] == 'y', kinds);
        }
    }
}
