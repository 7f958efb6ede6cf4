using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>All examples of RFC 8949, appendix A, with the values that the appendix gives, floats written as .NET writes them.</summary>
public sealed class Rfc8949AppendixATests
{
    // Infinities and NaN, which the appendix shows in all three sizes.
    private static readonly string[] LongFloats =
        ["fa7f800000", "fa7fc00000", "faff800000", "fb7ff0000000000000", "fb7ff8000000000000", "fbfff0000000000000"];

    private static readonly string[] Indefinite =
    [
        "5f42010243030405ff", "7f657374726561646d696e67ff", "9fff", "9f018202039f0405ffff", "9f01820203820405ff", "83018202039f0405ff",
        "83019f0203ff820405", "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff", "bf61610161629f0203ffff", "826161bf61626163ff",
        "bf6346756ef563416d7421ff",
    ];

    public static TheoryData<string, string> Examples => new()
    {
        { "00", "0" },
        { "01", "1" },
        { "0a", "10" },
        { "17", "23" },
        { "1818", "24" },
        { "1819", "25" },
        { "1864", "100" },
        { "1903e8", "1000" },
        { "1a000f4240", "1000000" },
        { "1b000000e8d4a51000", "1000000000000" },
        { "1bffffffffffffffff", "18446744073709551615" },
        { "c249010000000000000000", "18446744073709551616" },
        { "3bffffffffffffffff", "-18446744073709551616" },
        { "c349010000000000000000", "-18446744073709551617" },
        { "20", "-1" },
        { "29", "-10" },
        { "3863", "-100" },
        { "3903e7", "-1000" },
        { "f90000", "f0" },
        { "f98000", "f-0" },
        { "f93c00", "f1" },
        { "fb3ff199999999999a", "f1.1" },
        { "f93e00", "f1.5" },
        { "f97bff", "f65504" },
        { "fa47c35000", "f100000" },
        { "fa7f7fffff", "f3.4028234663852886E+38" },
        { "fb7e37e43c8800759c", "f1E+300" },
        { "f90001", "f5.960464477539063E-08" },
        { "f90400", "f6.103515625E-05" },
        { "f9c400", "f-4" },
        { "fbc010666666666666", "f-4.1" },
        { "f97c00", "fInfinity" },
        { "f97e00", "NaN" },
        { "f9fc00", "f-Infinity" },
        { "fa7f800000", "fInfinity" },
        { "fa7fc00000", "NaN" },
        { "faff800000", "f-Infinity" },
        { "fb7ff0000000000000", "fInfinity" },
        { "fb7ff8000000000000", "NaN" },
        { "fbfff0000000000000", "f-Infinity" },
        { "f4", "false" },
        { "f5", "true" },
        { "f6", "null" },
        { "f7", "undefined" },
        { "f0", "simple(16)" },
        { "f8ff", "simple(255)" },
        { "c074323031332d30332d32315432303a30343a30305a", "0:\"2013-03-21T20:04:00Z\"" },
        { "c11a514b67b0", "1:1363896240" },
        { "c1fb41d452d9ec200000", "1:f1363896240.5" },
        { "d74401020304", "23:h'01020304'" },
        { "d818456449455446", "24:h'6449455446'" },
        { "d82076687474703a2f2f7777772e6578616d706c652e636f6d", "32:\"http://www.example.com\"" },
        { "40", "h''" },
        { "4401020304", "h'01020304'" },
        { "60", "\"\"" },
        { "6161", "\"a\"" },
        { "6449455446", "\"IETF\"" },
        { "62225c", "\"\"\\\"" },
        { "62c3bc", "\"\u00fc\"" },
        { "63e6b0b4", "\"\u6c34\"" },
        { "64f0908591", "\"\ud800\udd51\"" },
        { "80", "[]" },
        { "83010203", "[1, 2, 3]" },
        { "8301820203820405", "[1, [2, 3], [4, 5]]" },
        {
            "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
            "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]"
        },
        { "a0", "{}" },
        { "a201020304", "{1: 2, 3: 4}" },
        { "a26161016162820203", "{\"a\": 1, \"b\": [2, 3]}" },
        { "826161a161626163", "[\"a\", {\"b\": \"c\"}]" },
        { "a56161614161626142616361436164614461656145", "{\"a\": \"A\", \"b\": \"B\", \"c\": \"C\", \"d\": \"D\", \"e\": \"E\"}" },
        { "5f42010243030405ff", "h'0102030405'" },
        { "7f657374726561646d696e67ff", "\"streaming\"" },
        { "9fff", "[]" },
        { "9f018202039f0405ffff", "[1, [2, 3], [4, 5]]" },
        { "9f01820203820405ff", "[1, [2, 3], [4, 5]]" },
        { "83018202039f0405ff", "[1, [2, 3], [4, 5]]" },
        { "83019f0203ff820405", "[1, [2, 3], [4, 5]]" },
        {
            "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff",
            "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]"
        },
        { "bf61610161629f0203ffff", "{\"a\": 1, \"b\": [2, 3]}" },
        { "826161bf61626163ff", "[\"a\", {\"b\": \"c\"}]" },
        { "bf6346756ef563416d7421ff", "{\"Fun\": true, \"Amt\": -2}" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_Example_ValueOfTheAppendix(string hex, string value)
    {
        Document document = CborText.Read(hex);

        CborText.Of(document).ShouldBe(value);
        TapeInvariants.ShouldHoldFor(document);
        document.FaultKinds.Overlaps(CborReaderOracleTests.NotWellFormed).ShouldBeFalse();
        document.Root.Raw.Length.ShouldBe(hex.Length / 2);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_Example_WhatIsNotPreferredIsNoted(string hex, string value)
    {
        FaultSet faults = CborText.Read(hex).FaultKinds;

        faults.Contains(FaultKind.CborNonShortest).ShouldBeFalse(value);
        faults.Contains(FaultKind.CborNonShortestFloat).ShouldBe(LongFloats.Contains(hex), value);
        faults.Contains(FaultKind.CborIndefinite).ShouldBe(Indefinite.Contains(hex), value);
    }
}
