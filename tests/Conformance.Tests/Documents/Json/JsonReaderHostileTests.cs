using System.Diagnostics;
using System.Text;
using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>Inputs made to cost time or memory.</summary>
public sealed class JsonReaderHostileTests
{
    private const int Size = 1 << 18;

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[\"")]
    [InlineData("['")]
    [InlineData("[',")]
    [InlineData("[@\"\\\"")]
    [InlineData("\\\"")]
    [InlineData("\"\\u")]
    [InlineData("\\ud800")]
    [InlineData("/*")]
    [InlineData("//\n")]
    [InlineData("1;")]
    [InlineData(",")]
    [InlineData(":")]
    [InlineData("]")]
    [InlineData("}")]
    [InlineData("[}")]
    [InlineData("{]")]
    [InlineData("x ")]
    [InlineData("x,")]
    [InlineData("{x")]
    [InlineData("{@")]
    [InlineData("{'")]
    [InlineData("\"a\"")]
    [InlineData("\"a\":")]
    [InlineData("-")]
    [InlineData("9")]
    [InlineData("1e")]
    [InlineData("1.0,")]
    [InlineData("é")]
    [InlineData("\u0001")]
    [InlineData("=")]
    [InlineData("tru")]
    public void Read_RepeatedPiece_TakesLinearTime(string piece)
    {
        foreach (string front in (string[])["", "[", "{", "{\"a\":", "[\"", "{\"a\":1 ", "[1 ", "[;"])
        {
            byte[] text = Encoding.UTF8.GetBytes(front + new StringBuilder().Insert(0, piece, Size / piece.Length));
            var watch = Stopwatch.StartNew();
            var document = new Document();
            DocumentReader.Read(text, DocumentEncoding.Json, document);

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3), front);
        }
    }

    [Fact]
    public void Read_LargeObject_FindsTheNamesThatStandTwice()
    {
        var text = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++)
        {
            text.Append('"').Append(i % 99_998).Append("\":[],");
        }

        text[^1] = '}';
        Document document = JsonReading.Read(text.ToString());

        document.Faults.Select(fault => (fault.Kind, fault.Text))
            .ShouldBe([(FaultKind.DuplicateKey, "0"), (FaultKind.DuplicateKey, "1")]);
        document.Root.Flags.ShouldBe(NodeFlags.DuplicateKeys);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(70)]
    public void Read_ObjectsOfEverySize_FindEachRepeatOnce(int count)
    {
        for (int repeated = 0; repeated < count - 1; repeated++)
        {
            string text = "{" + string.Join(',', Enumerable.Range(0, count - 1).Append(repeated).Select(i => $"\"name{i}\":{{\"name0\":{i}}}")) + "}";
            Document document = JsonReading.Read(text);

            document.Faults.ShouldHaveSingleItem().Text.ShouldBe($"name{repeated}");
            document[document.Faults[0].Node].Offset.ShouldBe(document.Faults[0].Offset);
        }
    }

    [Fact]
    public void Read_NamesThatAreNotText_AreNotTakenForTheSame()
    {
        Document document = JsonReading.Read("{\"\\ud800\":1,\"\\ud801\":2}");

        JsonReading.FaultsOf(document).ShouldBe("JsonLoneSurrogate@2 JsonLoneSurrogate@13");
    }

    [Fact]
    public void Read_MoreValuesThanTheLimit_StopsThere()
    {
        byte[] text = new byte[2 * Document.MaxNodes];
        text.AsSpan().Fill((byte)',');
        for (int i = 0; i < text.Length; i += 2)
        {
            text[i] = (byte)(i == 0 ? '[' : '1');
        }

        text[1] = (byte)'[';
        var document = new Document();
        DocumentReader.Read(text, DocumentEncoding.Json, document);

        document.Faults.ShouldHaveSingleItem().Kind.ShouldBe(FaultKind.TooManyNodes);
        document.NodeCount.ShouldBeInRange(Document.MaxNodes - 8, Document.MaxNodes);
        document.Root.Count.ShouldBe(1);
    }

    [Fact]
    public void Read_MoreFaultsThanAreKept_CountsThemAll()
    {
        Document document = JsonReading.Read("[" + string.Concat(Enumerable.Repeat("1,,", 1000)) + "NaN]");

        document.FaultCount.ShouldBe(1001);
        document.Faults.Count.ShouldBeInRange(Document.MaxFaults, Document.MaxFaults + 1);
        document.FaultKinds.Contains(FaultKind.JsonUnknownLiteral).ShouldBeTrue();
    }

    [Fact]
    public void Read_Again_ForgetsWhatWasThere()
    {
        var document = new Document();
        DocumentReader.Read("[\"\\n\",,NaN]"u8.ToArray(), DocumentEncoding.Json, document);
        DocumentReader.Read("{\"a\":\"\\t\"}"u8.ToArray(), DocumentEncoding.Json, document);

        document.Faults.ShouldBeEmpty();
        document.FaultKinds.IsEmpty.ShouldBeTrue();
        JsonReading.Show(document).ShouldBe("{'a':'\t',}");
    }

    [Fact]
    public void Read_AgainAndAgain_AllocatesNothing()
    {
        byte[] text = "{\"type\":\"m.room.message\",\"depth\":12,\"content\":{\"body\":\"a\\nb\",\"n\":[1,2,true,null]}}"u8.ToArray();
        var document = new Document();
        DocumentReader.Read(text, DocumentEncoding.Json, document);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            DocumentReader.Read(text, DocumentEncoding.Json, document);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
