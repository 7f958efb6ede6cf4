using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Tests.Documents.Cutting;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>Cutting gives what reading the whole text gives, however the bytes come.</summary>
public sealed class JsonCutterEqualityTests
{
    private static readonly CutShape[] Shapes =
    [
        CutShape.Item,
        CutShape.Elements(CutShape.Item),
        CutShape.Members(CutShape.Item),
        CutShape.Members(CutShape.Elements(CutShape.Item)),
        CutShape.Elements(CutShape.Members(CutShape.Item)),
        CutShape.Members(CutShape.Members(CutShape.Item)),
        CutShape.Named(("a", CutShape.Elements(CutShape.Item)), ("type", CutShape.Members(CutShape.Item))),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_GeneratedText_GivesTheNodesOfTheWhole(int seed)
    {
        var texts = new JsonTexts(seed);
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++)
        {
            byte[] text = texts.Next(random.Next(80));
            CutShape shape = Shapes[i % Shapes.Length];
            CutRun run = Run(text, shape, random);
            Document whole = JsonReading.Read(text);

            var expected = new List<(string, string)>();
            Walk(whole.Root, shape, expected);
            string because = Encoding.UTF8.GetString(text);
            run.Nodes.ShouldBe(expected, because);
            run.Faults.Order().ShouldBe(whole.Faults.Select(fault => $"{fault.Kind}@{fault.Offset}").Order(), because);
            run.Result.ShouldBe(new CutResult(text.Length, expected.Count, true), because);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Run_DamagedText_GivesTheSameHoweverTheBytesCome(int seed)
    {
        var texts = new JsonTexts(seed);
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++)
        {
            byte[] text = texts.Mutate(texts.Next(random.Next(80)));
            CutShape shape = Shapes[i % Shapes.Length];
            var atOnce = CutRun.Of(text, shape);
            CutRun inPieces = Run(text, shape, random);

            string because = Encoding.Latin1.GetString(text);
            inPieces.Items.Select(item => (item.Pointer, item.Text, item.Item.Broken, item.Item.WrongShape))
                .ShouldBe(atOnce.Items.Select(item => (item.Pointer, item.Text, item.Item.Broken, item.Item.WrongShape)), because);
            inPieces.OuterFaults.ShouldBe(atOnce.OuterFaults, because);
            (inPieces.Result with { Length = 0 }).ShouldBe(atOnce.Result with { Length = 0 }, because);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Run_TextWithOneFault_SaysTheSameAsTheReader(int seed)
    {
        var texts = new JsonTexts(seed);
        int faulty = 0;
        for (int i = 0; i < 6000; i++)
        {
            byte[] text = texts.Mutate(texts.Next(i % 60));
            Document whole = JsonReading.Read(text);
            List<DocumentFault> faults = [.. whole.Faults.Where(fault => fault.Kind is not
                (FaultKind.Float or FaultKind.IntegralFloat or FaultKind.IntegerOutOfRange or FaultKind.NegativeZero or FaultKind.NumberOverflow
                or FaultKind.DuplicateKey))];
            if (faults.Count != 1 || UsesLookAhead(text, faults[0]))
            {
                continue;
            }

            faulty++;
            var run = CutRun.Of(text, Shapes[i % Shapes.Length]);
            run.Faults.Order().ShouldBe(
                whole.Faults.Select(fault => $"{fault.Kind}@{fault.Offset}").Order(),
                $"{Shapes[i % Shapes.Length]} {Encoding.Latin1.GetString(text)}");
        }

        faulty.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Run_HostileText_TakesLinearTime()
    {
        string[] pieces = ["[", "{\"a\":", "[\"", "['", "{'", "[{\"a\":[1},", "{\"a\":[1},", ",", "/*", "//\n", "@", "[@\"", "{@", "1 ", "x,", "\"a\"", "\\\"", "]", "9", "{:", "{}"];
        foreach (string piece in pieces)
        {
            foreach (string front in (string[])["", "[", "{", "{\"a\":["])
            {
                byte[] text = Encoding.UTF8.GetBytes(front + new StringBuilder().Insert(0, piece, (1 << 16) / piece.Length));
                var watch = Stopwatch.StartNew();
                CutRun.Of(text, CutShape.Members(CutShape.Elements(CutShape.Item)), new CutLimits(BlockBytes: 4096, ItemBytes: 100_000), read: false);
                CutRun.Of(text, CutShape.Elements(CutShape.Item), new CutLimits(BlockBytes: 4096, ItemBytes: 100_000), read: false);
                watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2), front + piece);
            }
        }
    }

    private static CutRun Run(byte[] text, CutShape shape, Random random)
    {
        var limits = new CutLimits(BlockBytes: random.Next(1, 200));
        return CutRun.Of(text, shape, limits, new DribblingStream(text, random.Next(3) == 0 ? () => 1 : () => random.Next(1, 40)));
    }

    /// <summary>
    /// Whether the reader judges the fault by text that lies any distance ahead (a quotation mark that none closes), which a
    /// cutter can't, or takes single quotes or comments for what they are not outside of where they can stand.
    /// </summary>
    private static bool UsesLookAhead(byte[] text, DocumentFault fault)
    {
        string plain = Encoding.Latin1.GetString(text);
        return plain.Contains('\'') || Regex.IsMatch(plain, "/[/*]") || (fault.Kind != FaultKind.UnexpectedEnd && Regex.Count(plain, "(?<!\\\\)(\\\\\\\\)*\"") % 2 != 0)
            || (plain.Contains("\\\"", StringComparison.Ordinal) && fault.Kind == FaultKind.JsonUnexpectedByte);
    }

    private static void Walk(Node node, CutShape shape, List<(string Pointer, string Nodes)> items)
    {
        switch (shape)
        {
            case CutShape.ElementsOf elements when node.Kind == NodeKind.Array:
                foreach (Node element in node.Elements())
                {
                    Walk(element, elements.Inner, items);
                }

                break;
            case CutShape.MembersOf or CutShape.NamedMembers when node.Kind == NodeKind.Map:
                foreach ((Node key, Node value) in node.Members())
                {
                    CutShape inner = shape is CutShape.MembersOf members ? members.Inner
                        : ((CutShape.NamedMembers)shape).Shapes.GetValueOrDefault(key.AsString()!, CutShape.Item);
                    Walk(value, inner, items);
                }

                break;
            default:
                items.Add((NodePointer.Of(node), JsonReading.Show(node)));
                break;
        }
    }
}
