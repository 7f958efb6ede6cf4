using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>
/// The reader against System.Text.Json. That doesn't look at the UTF-8 of strings, at surrogates or at names that stand twice
/// while it parses, so faults of these kinds don't count here.
/// </summary>
public sealed class JsonReaderDifferentialTests
{
    private static readonly HashSet<FaultKind> NotSeenByOracle =
    [
        FaultKind.DuplicateKey, FaultKind.Float, FaultKind.IntegralFloat, FaultKind.IntegerOutOfRange, FaultKind.NegativeZero,
        FaultKind.NumberOverflow, FaultKind.InvalidUtf8, FaultKind.JsonLoneSurrogate,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_GeneratedText_HasTheOraclesValues(int seed)
    {
        var texts = new JsonTexts(seed);
        for (int i = 0; i < 3000; i++)
        {
            byte[] text = texts.Next();
            Document document = JsonReading.Read(text);

            document.Faults.Where(fault => !NotSeenByOracle.Contains(fault.Kind)).ShouldBeEmpty(Encoding.UTF8.GetString(text));
            using var oracle = JsonDocument.Parse(text);
            ShouldBeSame(document.Root, oracle.RootElement);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Read_DamagedText_IsJudgedAsByTheOracle(int seed)
    {
        var texts = new JsonTexts(seed);
        for (int i = 0; i < 6000; i++)
        {
            byte[] text = texts.Mutate(texts.Next(i % 50));
            Document document = JsonReading.Read(text);
            bool accepted = document.Faults.All(fault => NotSeenByOracle.Contains(fault.Kind));
            string because = $"{Encoding.Latin1.GetString(text)} {JsonReading.FaultsOf(document)}";
            JsonDocument? oracle = null;
            try
            {
                oracle = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DocumentReader.DefaultDepth });
            }
            catch (JsonException)
            {
            }

            accepted.ShouldBe(oracle is not null, because);
            if (oracle is not null)
            {
                ShouldBeSame(document.Root, oracle.RootElement);
                oracle.Dispose();
            }
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Read_NoiseOfStructuralBytes_KeepsTheTapeInOrder(int seed)
    {
        var random = new Random(seed);
        ReadOnlySpan<char> letters = "[]{}[]{},:\"'\\/*ae1-. \u00e9\0tn";
        for (int i = 0; i < 20_000; i++)
        {
            char[] text = new char[random.Next(1, 30)];
            random.GetItems(letters, text);
            JsonReading.ReadLatin1(new string(text));
        }
    }

    private static void ShouldBeSame(Node node, JsonElement oracle)
    {
        node.Raw.SequenceEqual(JsonMarshal.GetRawUtf8Value(oracle)).ShouldBeTrue();
        switch (oracle.ValueKind)
        {
            case JsonValueKind.Object:
                node.Kind.ShouldBe(NodeKind.Map);
                using (JsonElement.ObjectEnumerator members = oracle.EnumerateObject())
                {
                    foreach ((Node key, Node value) in node.Members())
                    {
                        members.MoveNext().ShouldBeTrue();
                        ShouldBeText(key, () => members.Current.Name);
                        ShouldBeSame(value, members.Current.Value);
                    }

                    members.MoveNext().ShouldBeFalse();
                }

                break;
            case JsonValueKind.Array:
                node.Kind.ShouldBe(NodeKind.Array);
                node.Count.ShouldBe(oracle.GetArrayLength());
                int index = 0;
                foreach (Node element in node.Elements())
                {
                    ShouldBeSame(element, oracle[index++]);
                }

                break;
            case JsonValueKind.String:
                node.Kind.ShouldBe(NodeKind.Text);
                ShouldBeText(node, () => oracle.GetString()!);
                break;
            case JsonValueKind.Number:
                ShouldBeNumber(node, oracle);
                break;
            default:
                node.Kind.ToString().ShouldBe(oracle.ValueKind.ToString());
                break;
        }
    }

    private static void ShouldBeText(Node node, Func<string> oracle)
    {
        try
        {
            node.AsString().ShouldBe(oracle());
        }
        catch (InvalidOperationException)
        {
            // The oracle decodes neither invalid UTF-8 nor lone surrogates; the reader must have said so.
            (node.Document.FaultKinds.Contains(FaultKind.InvalidUtf8) || node.Document.FaultKinds.Contains(FaultKind.JsonLoneSurrogate)).ShouldBeTrue();
        }
    }

    private static void ShouldBeNumber(Node node, JsonElement oracle)
    {
        string raw = oracle.GetRawText();
        if (raw.AsSpan().IndexOfAny(".eE") >= 0)
        {
            node.Kind.ShouldBe(NodeKind.Float);
            BitConverter.DoubleToInt64Bits(node.DoubleValue).ShouldBe(BitConverter.DoubleToInt64Bits(oracle.GetDouble()));
            return;
        }

        node.Kind.ShouldBe(NodeKind.Integer);
        ((node.Flags & NodeFlags.BigInteger) == 0).ShouldBe(oracle.TryGetInt64(out long value));
        if ((node.Flags & NodeFlags.BigInteger) == 0)
        {
            node.Int64Value.ShouldBe(value);
        }
    }
}
