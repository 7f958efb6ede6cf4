using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>Every kind of fault at its exact place, and what is read in spite of it.</summary>
public sealed class JsonReaderFaultTests
{
    [Theory]
    [InlineData("", "Empty@0", "")]
    [InlineData(" \n", "Empty@0", "")]
    [InlineData("{}", "", "{}")]
    [InlineData(" [ ] ", "", "[]")]
    [InlineData("[1", "UnexpectedEnd@2", "[1,]")]
    [InlineData("[1,", "UnexpectedEnd@3", "[1,]")]
    [InlineData("[\"ab", "UnexpectedEnd@4", "['ab',]")]
    [InlineData("\"ab", "UnexpectedEnd@3", "'ab'")]
    [InlineData("[tru", "UnexpectedEnd@4", "[?,]")]
    [InlineData("nul", "JsonUnknownLiteral@0", "?")]
    [InlineData("[-", "UnexpectedEnd@2", "[?,]")]
    [InlineData("[1.5e+", "UnexpectedEnd@6", "[?,]")]
    [InlineData("{\"a\"", "UnexpectedEnd@4", "{'a':?,}")]
    [InlineData("{\"a\":", "UnexpectedEnd@5", "{'a':?,}")]
    [InlineData("{\"a\":[{", "UnexpectedEnd@7", "{'a':[{},],}")]
    [InlineData("[\"\\u12", "UnexpectedEnd@6", "['',]")]
    [InlineData("[\"\\", "UnexpectedEnd@3", "['',]")]
    [InlineData("[\"\\ud83d\\ud", "UnexpectedEnd@11", "['\uFFFD',]")]
    [InlineData("{} {}", "TrailingBytes@3", "{}")]
    [InlineData("[]]", "TrailingBytes@2", "[]")]
    [InlineData("1\n2", "TrailingBytes@2", "1")]
    [InlineData("{\"a\":1,\"b\":2,\"a\":3}", "DuplicateKey@13", "{'a':1,'b':2,'a':3,}")]
    [InlineData("{\"a\":1,\"\\u0061\":3}", "DuplicateKey@7", "{'a':1,'a':3,}")]
    [InlineData("{\"\":1,\"\":3,\"\":4}", "DuplicateKey@6 DuplicateKey@11", "{'':1,'':3,'':4,}")]
    [InlineData("\uFEFF{}", "JsonByteOrderMark@0", "{}")]
    [InlineData("\uFEFF", "JsonByteOrderMark@0 Empty@3", "")]
    [InlineData("*", "JsonUnexpectedByte@0", "")]
    [InlineData("]", "JsonUnexpectedByte@0", "")]
    [InlineData("\u00a0{\"a\":1}", "JsonUnexpectedByte@0", "{'a':1,}")]
    [InlineData("[\u00a01,\u200b\n {\"a\"\u00a0:\u00a02}]", "JsonUnexpectedByte@1 JsonUnexpectedByte@5 JsonUnexpectedByte@14 JsonUnexpectedByte@17", "[1,{'a':2,},]")]
    [InlineData("[\u00e9,1]", "JsonUnexpectedByte@1", "[?,1,]")]
    [InlineData("<html><a href=\"x\">", "JsonUnexpectedByte@0", "")]
    [InlineData("[1;2]", "JsonUnexpectedByte@2", "[1,]")]
    [InlineData("[1;2,3]", "JsonUnexpectedByte@2", "[1,3,]")]
    [InlineData("[1;[2],3]", "JsonUnexpectedByte@2", "[1,[2,],3,]")]
    [InlineData("[@,3]", "JsonUnexpectedByte@1", "[?,3,]")]
    [InlineData("[@\"a,b\",3]", "JsonUnexpectedByte@1", "[?,3,]")]
    [InlineData("[\"a\":1,2]", "JsonUnexpectedByte@4", "['a',2,]")]
    [InlineData("{\"a\"::1}", "JsonUnexpectedByte@5", "{'a':1,}")]
    [InlineData("{\"a\"=1}", "JsonUnexpectedByte@4", "{'a':1,}")]
    [InlineData("{\"a\"=>\"b\"}", "JsonUnexpectedByte@4", "{'a':'b',}")]
    [InlineData("{@\"a\":1}", "JsonUnexpectedByte@1", "{'a':1,}")]
    [InlineData("{\"a\":1,@,\"b\":2}", "JsonUnexpectedByte@7", "{'a':1,'b':2,}")]
    [InlineData("{\"a\":1,@}", "JsonUnexpectedByte@7", "{'a':1,}")]
    [InlineData("{\"a\":1 b,\"c\":2}", "JsonUnexpectedByte@7", "{'a':1,'c':2,}")]
    [InlineData("{\"a\":\"say \"hi\" to\",\"c\":2}", "JsonUnexpectedByte@11", "{'a':'say ','c':2,}")]
    [InlineData("[1}", "JsonUnexpectedByte@2", "[1,]")]
    [InlineData("{\"a\":1]", "JsonUnexpectedByte@6", "{'a':1,}")]
    [InlineData("[{\"a\":[1},{\"b\":2}]", "JsonUnexpectedByte@8", "[{'a':[1,],},{'b':2,},]")]
    [InlineData("[}", "JsonUnexpectedByte@1", "[]")]
    [InlineData("[1,}", "JsonUnexpectedByte@3", "[1,]")]
    [InlineData("[1\u000b,2]", "JsonUnexpectedByte@2", "[1,2,]")]
    [InlineData("[1,]", "JsonExtraComma@2", "[1,]")]
    [InlineData("[1,,2]", "JsonExtraComma@2", "[1,2,]")]
    [InlineData("[,1]", "JsonExtraComma@1", "[1,]")]
    [InlineData("[,]", "JsonExtraComma@1", "[]")]
    [InlineData("[1,,]", "JsonExtraComma@2 JsonExtraComma@3", "[1,]")]
    [InlineData("{\"a\":1,}", "JsonExtraComma@6", "{'a':1,}")]
    [InlineData("{\"a\":1,,\"b\":2}", "JsonExtraComma@6", "{'a':1,'b':2,}")]
    [InlineData("[1 2]", "JsonMissingComma@3", "[1,2,]")]
    [InlineData("[\"a\"\"b\"]", "JsonMissingComma@4", "['a','b',]")]
    [InlineData("[{}{}]", "JsonMissingComma@3", "[{},{},]")]
    [InlineData("[1 true]", "JsonMissingComma@3", "[1,true,]")]
    [InlineData("{\"a\":1 \"b\":2}", "JsonMissingComma@7", "{'a':1,'b':2,}")]
    [InlineData("{\"a\"}", "JsonMissingValue@4", "{'a':?,}")]
    [InlineData("{\"a\":}", "JsonMissingValue@5", "{'a':?,}")]
    [InlineData("{\"a\":,\"b\":1}", "JsonMissingValue@5", "{'a':?,'b':1,}")]
    [InlineData("{\"a\",\"b\":1}", "JsonMissingValue@4", "{'a':?,'b':1,}")]
    [InlineData("{\"a\" 1}", "JsonMissingValue@5", "{'a':1,}")]
    [InlineData("{1:2}", "JsonNameNotString@1", "{'1':2,}")]
    [InlineData("{a:2}", "JsonNameNotString@1", "{'a':2,}")]
    [InlineData("{null:2}", "JsonNameNotString@1", "{'null':2,}")]
    [InlineData("{[1]:2}", "JsonNameNotString@1", "{?:2,}")]
    [InlineData("{:2}", "JsonNameNotString@1", "{?:2,}")]
    [InlineData("{a}", "JsonNameNotString@1", "{'a':?,}")]
    [InlineData("[NaN]", "JsonUnknownLiteral@1", "[?,]")]
    [InlineData("[-Infinity,1]", "JsonUnknownLiteral@1", "[?,1,]")]
    [InlineData("[True,undefined]", "JsonUnknownLiteral@1 JsonUnknownLiteral@6", "[?,?,]")]
    [InlineData("[nulls]", "JsonUnknownLiteral@1", "[?,]")]
    [InlineData("{\"a\":ObjectId(\"5,6\"),\"b\":1}", "JsonUnknownLiteral@5", "{'a':?,'b':1,}")]
    [InlineData("abc def", "JsonUnknownLiteral@0", "?")]
    [InlineData("[01]", "JsonBadNumber@1", "[?,]")]
    [InlineData("[+1,1]", "JsonBadNumber@1", "[?,1,]")]
    [InlineData("[.5]", "JsonBadNumber@1", "[?,]")]
    [InlineData("[1.]", "JsonBadNumber@1", "[?,]")]
    [InlineData("[1e]", "JsonBadNumber@1", "[?,]")]
    [InlineData("[0x1F]", "JsonBadNumber@1", "[?,]")]
    [InlineData("[1_000]", "JsonBadNumber@1", "[?,]")]
    [InlineData("[-]", "JsonBadNumber@1", "[?,]")]
    [InlineData("-", "JsonBadNumber@0", "?")]
    [InlineData("[\"a\tb\"]", "JsonControlCharacter@3", "['a\tb',]")]
    [InlineData("[\"a\tb\nc\",\"\u0000\"]", "JsonControlCharacter@3 JsonControlCharacter@10", "['a\tb\nc','\u0000',]")]
    [InlineData("[\"\\x\"]", "JsonBadEscape@2", "['\uFFFD',]")]
    [InlineData("[\"\\u12g4\"]", "JsonBadEscape@2", "['\uFFFDg4',]")]
    [InlineData("[\"\\'\"]", "JsonBadEscape@2", "['\uFFFD',]")]
    [InlineData("[\"\\\u00e9\"]", "JsonBadEscape@2", "['\uFFFD\u00e9',]")]
    [InlineData("[\"x\\ud800y\"]", "JsonLoneSurrogate@3", "['x\uFFFDy',]")]
    [InlineData("[\"\\ude00\"]", "JsonLoneSurrogate@2", "['\uFFFD',]")]
    [InlineData("[\"\\ud800\\ud83d\\ude00\"]", "JsonLoneSurrogate@2", "['\uFFFD\U0001F600',]")]
    [InlineData("[\"\\ud83d\\ude00\"]", "", "['\U0001F600',]")]
    [InlineData("[1/*,2*/,3]", "JsonComment@2", "[1,3,]")]
    [InlineData("{\"a\":1, // b\n\"c\":2}", "JsonComment@8", "{'a':1,'c':2,}")]
    [InlineData("{}/*", "JsonComment@2", "{}")]
    [InlineData("//a", "JsonComment@0 Empty@0", "")]
    [InlineData("{}/", "TrailingBytes@2", "{}")]
    [InlineData("['a\\'b',{'c':1}]", "JsonSingleQuote@1 JsonSingleQuote@9", "['a'b',{'c':1,},]")]
    [InlineData("['a\"b']", "JsonSingleQuote@1", "['a\"b',]")]
    [InlineData("[',1]", "JsonSingleQuote@1", "[?,1,]")]
    public void Read_Fault_IsNamedAtItsOffsetAndTheRestIsRead(string text, string faults, string nodes)
    {
        Document document = JsonReading.Read(text);

        JsonReading.FaultsOf(document).ShouldBe(faults);
        JsonReading.Show(document).ShouldBe(nodes);
    }

    [Theory]
    [InlineData("[\"\u00ff\"]", 2, 0xFF, "['\uFFFD',]")]
    [InlineData("[\"a\u00c3(\"]", 3, 0xC3, "['a\uFFFD(',]")]
    [InlineData("[\"\u00ed\u00a0\u0080\"]", 2, 0xED, "['\uFFFD\uFFFD\uFFFD',]")]
    [InlineData("[\"\u00c0\u00af\",\"\u00c3\u00a9\"]", 2, 0xC0, "['\uFFFD\uFFFD','\u00e9',]")]
    [InlineData("[\"\u00f0\u009f\u0098\"]", 2, 0xF0, "['\uFFFD',]")]
    public void Read_InvalidUtf8_IsReplacedAndNamedOncePerString(string latin1, int offset, int first, string nodes)
    {
        Document document = JsonReading.ReadLatin1(latin1);

        document.Faults.ShouldHaveSingleItem().ShouldBe(new DocumentFault(FaultKind.InvalidUtf8, offset, 1, first));
        JsonReading.Show(document).ShouldBe(nodes);
    }

    [Fact]
    public void Read_CutInsideOfACharacter_IsAnUnexpectedEndOnly() =>
        JsonReading.FaultsOf(JsonReading.ReadLatin1("[\"a\u00e2\u0082")).ShouldBe("UnexpectedEnd@5");

    [Theory]
    [InlineData("\u00ff\u00fe[\0]\0")]
    [InlineData("\u00fe\u00ff\0[\0]")]
    [InlineData("[\0\"\0")]
    [InlineData("\0[\0\"")]
    [InlineData("\0\0\0[\0\0\0]")]
    [InlineData("[\0\0\0]\0\0\0")]
    [InlineData("\0\0\u00fe\u00ff\0\0\0[")]
    public void Read_WideText_IsNotRead(string latin1)
    {
        Document document = JsonReading.ReadLatin1(latin1);

        JsonReading.FaultsOf(document).ShouldBe("JsonNotUtf8@0");
        document.NodeCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("[[[]]]", 3, "", "[[[],],]")]
    [InlineData("[[[]],1]", 2, "TooDeep@2", "[[?,],1,]")]
    [InlineData("[[{\"a\":\"]\"}],1]", 2, "TooDeep@2", "[[?,],1,]")]
    [InlineData("[[[[", 2, "TooDeep@2 UnexpectedEnd@4", "[[?,],]")]
    public void Read_NestingBeyondTheLimit_IsPassedOver(string text, int limit, string faults, string nodes)
    {
        Document document = JsonReading.Read(text, limit);

        JsonReading.FaultsOf(document).ShouldBe(faults);
        JsonReading.Show(document).ShouldBe(nodes);
    }

    [Fact]
    public void Read_Details_AreWhatTheKindsSay()
    {
        JsonReading.Read("{} {}").Faults[0].Detail.ShouldBe(2);
        JsonReading.Read("[1;2]").Faults[0].Detail.ShouldBe(';');
        JsonReading.Read("[\"\u0001\"]").Faults[0].Detail.ShouldBe(1);
        JsonReading.Read("[[[]]]", 2).Faults[0].Detail.ShouldBe(2);
        JsonReading.Read("[True]").Faults[0].Text.ShouldBe("True");
        JsonReading.Read("{\"\\u00e9\":1,\"é\":2}").Faults[0].Text.ShouldBe("é");
    }

    [Fact]
    public void Read_FaultsBehindABaseOffset_CountFromTheMember()
    {
        var document = new Document();
        DocumentReader.Read("[1,]"u8.ToArray(), DocumentEncoding.Json, document, baseOffset: 5_000_000_000);

        document.Faults[0].Offset.ShouldBe(5_000_000_002);
        document.Root.Offset.ShouldBe(5_000_000_000);
    }
}
