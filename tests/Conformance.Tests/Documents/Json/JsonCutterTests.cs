using System.Text;
using Conformance.Documents.Cutting;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>What is cut, and what is said of what stands between the items.</summary>
public sealed class JsonCutterTests
{
    private static readonly CutShape Elements = CutShape.Elements(CutShape.Item);
    private static readonly CutShape Members = CutShape.Members(CutShape.Item);

    [Fact]
    public void Run_SendJoinResponse_GivesEventsAndTheRest()
    {
        const string Text = """{ "origin": "a", "state": [ {"x":"]"}, {"y":2} ], "auth_chain": [], "members_omitted": false }""";
        var run = CutRun.Of(Text, CutShape.Named(("state", Elements), ("auth_chain", Elements)));

        run.ShowItems().ShouldBe("/origin=\"a\" /state/0={\"x\":\"]\"} /state/1={\"y\":2} /members_omitted=false");
        run.Entered.Select(path => (path.Pointer, path.Count, path.KeyOffset, path.Offset))
            .ShouldBe([("", 4, 0, 0), ("/state", 2, 17, 26), ("/auth_chain", 0, 50, 64)]);
        run.Faults.ShouldBeEmpty();
        run.Result.ShouldBe(new CutResult(Text.Length, 4, true));
    }

    [Fact]
    public void Run_EventsByRoom_GivesEachEventItsRoom()
    {
        var run = CutRun.Of("""{"!a:b":[{"t":1},{"t":2}],"!~/\u00e9":[[]],"!d":7}""", CutShape.Members(Elements));

        run.ShowItems().ShouldBe("/!a:b/0={\"t\":1} /!a:b/1={\"t\":2} /!~0~1é/0=[] /!d=7!");
        run.Items[2].Item.Parent!.Key.ShouldBe(Encoding.UTF8.GetBytes("!~/é"));
        run.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "", "Empty@0", true)]
    [InlineData(" ", "", "Empty@0", true)]
    [InlineData("\uFEFF[1]", "/0=1", "JsonByteOrderMark@0", true)]
    [InlineData("[\0]\0", "", "JsonNotUtf8@0", false)]
    [InlineData("<html>", "", "JsonUnexpectedByte@0", false)]
    [InlineData("\u00a0[1]", "/0=1", "JsonUnexpectedByte@0", true)]
    [InlineData("[\u00a01,\u200b\n {\"a\":2},\u00e9,2]", "/0=1 /1={\"a\":2} /3=2", "JsonUnexpectedByte@1:/0 JsonUnexpectedByte@5:/1 JsonUnexpectedByte@18:/2", true)]
    [InlineData("[1,2", "/0=1 /1=2", "UnexpectedEnd@4:", false)]
    [InlineData("[1,", "/0=1", "UnexpectedEnd@3:", false)]
    [InlineData("[1,tru", "/0=1", "UnexpectedEnd@6:", false)]
    [InlineData("[1,{\"a\":[", "/0=1 /1={\"a\":[…", "", false)]
    [InlineData("[1,\"abc", "/0=1 /1=\"abc…", "", false)]
    [InlineData("{}", "={}!", "", true)]
    [InlineData("7 8", "=7!", "TrailingBytes@2", true)]
    [InlineData("NaN 8", "=NaN 8!", "", true)]
    [InlineData("[1]]", "/0=1", "TrailingBytes@3", true)]
    [InlineData("[1] x  ", "/0=1", "TrailingBytes@4", true)]
    [InlineData("[1]//x", "/0=1", "JsonComment@3", true)]
    [InlineData("[1/*,*/,2]", "/0=1 /1=2", "JsonComment@2:", true)]
    [InlineData("[1,,2,]", "/0=1 /1=2", "JsonExtraComma@2: JsonExtraComma@5:", true)]
    [InlineData("[,1]", "/0=1", "JsonExtraComma@1:", true)]
    [InlineData("[1 2\"a\"{}true]", "/0=1 /1=2 /2=\"a\" /3={} /4=true", "JsonMissingComma@3: JsonMissingComma@4: JsonMissingComma@7: JsonMissingComma@9:", true)]
    [InlineData("[1;2,3]", "/0=1 /1=3", "JsonUnexpectedByte@2:", true)]
    [InlineData("[1;{},3]", "/0=1 /1={} /2=3", "JsonUnexpectedByte@2:", true)]
    [InlineData("[1}", "/0=1", "JsonUnexpectedByte@2:", true)]
    [InlineData("[{\"a\":1]", "/0={\"a\":1]", "", true)]
    [InlineData("[{\"a\":[1},{\"b\":2}]", "/0={\"a\":[1} /1={\"b\":2}", "", true)]
    [InlineData("[NaN,ObjectId(\"1,2\"),01]", "/0=NaN /1=ObjectId(\"1,2\") /2=01", "", true)]
    [InlineData("[@,'a,b',1]", "/0=@ /1='a,b' /2=1", "", true)]
    [InlineData("[{\"a\":1/*}*/,\"b\":\"\\\"}\"},2]", "/0={\"a\":1/*}*/,\"b\":\"\\\"}\"} /1=2", "", true)]
    public void Run_ArrayWithFaults_GoesOn(string text, string items, string faults, bool complete)
    {
        var run = CutRun.Of(text, Elements);

        run.ShowItems().ShouldBe(items);
        string.Join(' ', run.OuterFaults).ShouldBe(faults);
        run.Result.Complete.ShouldBe(complete);
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", "/a=1 /a=2", "DuplicateKey@7:/a")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "/a=1 /a=2", "DuplicateKey@7:/a")]
    [InlineData("{\"a\"}", "", "JsonMissingValue@4:/a")]
    [InlineData("{\"a\":,\"b\":1}", "/b=1", "JsonMissingValue@5:/a")]
    [InlineData("{\"a\" 1,\"b\":1}", "/a=1 /b=1", "JsonMissingValue@5:/a")]
    [InlineData("{\"a\"=1,\"b\"=>2}", "/a=1 /b=2", "JsonUnexpectedByte@4:/a JsonUnexpectedByte@10:/b")]
    [InlineData("{\"a\"::1}", "/a=1", "JsonUnexpectedByte@5:/a")]
    [InlineData("{a:1,2:3,:4,[1]:5}", "/a=1 /2=3 /2=4 /3=5", "JsonNameNotString@1:/a JsonNameNotString@5:/2 JsonNameNotString@9: JsonNameNotString@12:")]
    [InlineData("{'a':1}", "/a=1", "JsonSingleQuote@1:/a")]
    [InlineData("{\"a\":1 \"b\":2}", "/a=1 /b=2", "JsonMissingComma@7:")]
    [InlineData("{\"a\":1 b, \"c\":2}", "/a=1 /c=2", "JsonUnexpectedByte@7:")]
    [InlineData("{@\"a\":1,;,\"b\":2}", "/a=1 /b=2", "JsonUnexpectedByte@1: JsonUnexpectedByte@8:")]
    [InlineData("{\"a\\x\":1,\"\\ud800\":2,\"\t\":3}", "/a\uFFFD=1 /\uFFFD=2 /\t=3", "JsonBadEscape@3:/a\uFFFD JsonLoneSurrogate@10:/\uFFFD JsonControlCharacter@21:/\t")]
    [InlineData("{\"a\":1]", "/a=1", "JsonUnexpectedByte@6:")]
    [InlineData("{\"a\":1,", "/a=1", "UnexpectedEnd@7:")]
    [InlineData("{\"a\":1,\"b", "/a=1", "UnexpectedEnd@9:/b")]
    [InlineData("{\"a\":1,\"b\"", "/a=1", "UnexpectedEnd@10:")]
    [InlineData("{\"a\":1,\"b\":", "/a=1", "UnexpectedEnd@11:")]
    public void Run_MapWithFaults_GoesOn(string text, string items, string faults)
    {
        var run = CutRun.Of(text, Members);

        run.ShowItems().ShouldBe(items);
        string.Join(' ', run.OuterFaults).ShouldBe(faults);
    }

    [Fact]
    public void Run_InnerLevelThatIsCutOff_NamesItsPath()
    {
        var run = CutRun.Of("{\"r\":[1,}", CutShape.Members(Elements));

        run.OuterFaults.ShouldBe(["JsonUnexpectedByte@8:/r"]);
        run.Result.Complete.ShouldBeTrue();
        CutRun.Of("{\"r\":[1,", CutShape.Members(Elements)).OuterFaults.ShouldBe(["UnexpectedEnd@8:/r"]);
    }

    [Fact]
    public void Run_ItemBeyondTheLimit_IsPassedOver()
    {
        string large = "{\"a\":\"" + new string('x', 5000) + "\"}";
        var limits = new CutLimits(ItemBytes: 1000, BlockBytes: 256);
        var run = CutRun.Of($"[1,{large},\"{new string('y', 3000)}\",2,{new string('7', 2000)},{{\"b\":3}}]", Elements, limits);

        run.ShowItems().ShouldBe("/0=1 /3=2 /5={\"b\":3}");
        run.OuterFaults.ShouldBe(["ItemTooLarge@3:/1", $"ItemTooLarge@{4 + large.Length}:/2", $"ItemTooLarge@{9 + large.Length + 3000}:/4"]);
        run.Result.Complete.ShouldBeTrue();
        run.LargestBlock.ShouldBeLessThanOrEqualTo(4096);
    }

    [Fact]
    public void Run_ItemBeyondTheLimitThatIsCutOff_SaysBoth()
    {
        var run = CutRun.Of("[1,{\"a\":\"" + new string('x', 5000), Elements, new CutLimits(ItemBytes: 1000, BlockBytes: 256));

        run.OuterFaults.ShouldBe(["ItemTooLarge@3:/1", "UnexpectedEnd@5009:"]);
        run.Result.ShouldBe(new CutResult(5009, 1, false, 3));
    }

    [Fact]
    public void Run_LargeItemWithinTheLimit_GetsALargerBlock()
    {
        string large = "[\"" + new string('x', 5000) + "\"]";
        var run = CutRun.Of($"[1,{large},2]", Elements, new CutLimits(ItemBytes: 6000, BlockBytes: 64));

        run.ShowItems().ShouldBe($"/0=1 /1={large} /2=2");
        run.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Run_NameBeyondTheLimit_LosesTheNameOnly()
    {
        var run = CutRun.Of($"{{\"{new string('x', 5000)}\":1,\"b\":2}}", Members, new CutLimits(ItemBytes: 1000, BlockBytes: 64));

        run.ShowItems().ShouldBe("/0=1 /b=2");
        run.OuterFaults.ShouldBe(["ItemTooLarge@1:"]);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => new Conformance.Documents.Json.JsonCutter().Run(
            new MemoryStream([1]), Elements, CutLimits.Default, new NoTarget(), source.Token));
    }

    private sealed class NoTarget : ICutTarget
    {
        public CutBlock Rent(int minimumLength) => new(new byte[minimumLength], 0);

        public void Deliver(CutBlock block)
        {
        }
    }
}
