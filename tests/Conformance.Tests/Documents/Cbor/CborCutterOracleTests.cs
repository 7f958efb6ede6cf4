using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Tests.Documents.Cutting;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>The cutter against the reader's view of the whole file, for any size of blocks and reads.</summary>
public sealed class CborCutterOracleTests
{
    private static readonly CutShape[] Shapes =
    [
        CutShape.Item,
        CutShape.Members(CutShape.Item),
        CutShape.Elements(CutShape.Item),
        CutShape.Members(CutShape.Elements(CutShape.Item)),
        CutShape.Elements(CutShape.Members(CutShape.Item)),
        CutShape.Members(CutShape.Members(CutShape.Elements(CutShape.Item))),
        CutShape.Named(("type", CutShape.Elements(CutShape.Item)), ("content", CutShape.Members(CutShape.Item))),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_WellFormedFiles_ItemsAndFaultsOfTheWholeFile(int seed)
    {
        var samples = new CborSamples(seed);
        var random = new Random(seed);
        for (int i = 0; i < 1500; i++)
        {
            byte[] bytes = samples.Next(6);
            Document whole = DocumentReader.Read(bytes, DocumentEncoding.Cbor);
            foreach (CutShape shape in Shapes)
            {
                (CutResult result, CollectingTarget target) = Cut(bytes, shape, random);

                var walk = new Walk(shape, whole.Root);
                result.ShouldBe(new CutResult(bytes.Length, walk.Items.Count, Complete: true));
                target.Items.Select(Text).ShouldBe(walk.Items);
                target.Entered.Select(path => (path.Offset, path.Count)).ShouldBe(walk.Entered);
                if (whole.FaultCount <= Document.MaxFaults)
                {
                    AllFaults(target).ShouldBe(whole.Faults.Select(Text).Order(), Convert.ToHexString(bytes));
                }
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Run_DamagedFiles_ItemsUpToTheDamage(int seed)
    {
        var samples = new CborSamples(seed);
        var random = new Random(seed);
        int stopped = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] bytes = samples.Damage(samples.Next());
            Document whole = DocumentReader.Read(bytes, DocumentEncoding.Cbor);
            CutShape shape = Shapes[i % Shapes.Length];
            (CutResult result, CollectingTarget target) = Cut(bytes, shape, random);

            string[] items = [.. target.Items.Where(item => !item.Item.Broken).Select(Text)];
            string[] expected = [.. new Walk(shape, whole.Root).Items.Take(items.Length)];
            items.ShouldBe(expected, Convert.ToHexString(bytes));
            result.Items.ShouldBe(target.Items.Count);
            foreach ((_, long offset, byte[] item, _) in target.Items)
            {
                bytes.AsSpan((int)offset, item.Length).SequenceEqual(item).ShouldBeTrue();
            }

            FaultSet all = AllKinds(target);
            bool wellFormed = !whole.FaultKinds.Overlaps(CborReaderOracleTests.NotWellFormed);
            all.Overlaps(CborReaderOracleTests.NotWellFormed).ShouldBe(!wellFormed, Convert.ToHexString(bytes));
            if (!whole.FaultKinds.Contains(FaultKind.CborBadChunk))
            {
                // A chunk that is a string of the other type is passed, any other isn't.
                result.Complete.ShouldBe(!whole.FaultKinds.Overlaps(CborReaderOracleTests.Fatal), Convert.ToHexString(bytes));
            }

            stopped += result.Complete ? 0 : 1;
        }

        stopped.ShouldBeGreaterThan(500);
    }

    private static (CutResult Result, CollectingTarget Target) Cut(byte[] bytes, CutShape shape, Random random)
    {
        int blockBytes = random.Next(4) switch { 0 => 1, 1 => random.Next(2, 30), 2 => random.Next(30, 1000), _ => 1 << 20 };
        int most = random.Next(3) switch { 0 => 1, 1 => 20, _ => 100_000 };
        return CborCutterTests.Cut(bytes, shape, new CutLimits(BlockBytes: blockBytes), () => random.Next(1, most + 1));
    }

    private static string Text((string Pointer, long Offset, byte[] Bytes, CutItem Item) item) =>
        $"{item.Offset}+{item.Bytes.Length} {(item.Item.WrongShape ? "wrong" : "")} {item.Item.Index}";

    private static string Text(DocumentFault fault) => $"{fault.Offset:d6} {fault.Kind} {fault.Detail} {fault.Text}";

    private static IEnumerable<string> AllFaults(CollectingTarget target) =>
        target.Faults.Select(fault => Text(fault.Fault))
            .Concat(target.Items.SelectMany(item => ReadItem(item.Bytes, item.Offset).Faults.Select(Text)))
            .Order();

    private static FaultSet AllKinds(CollectingTarget target)
    {
        FaultSet kinds = FaultSet.Of([.. target.Faults.Select(fault => fault.Fault.Kind)]);
        foreach ((_, long offset, byte[] bytes, _) in target.Items)
        {
            FaultSet ofItem = ReadItem(bytes, offset).FaultKinds;
            kinds = Enum.GetValues<FaultKind>().Where(ofItem.Contains).Aggregate(kinds, (all, kind) => all.With(kind));
        }

        return kinds;
    }

    private static Document ReadItem(byte[] bytes, long offset)
    {
        var document = new Document();
        DocumentReader.Read(bytes, DocumentEncoding.Cbor, document, offset);
        return document;
    }

    /// <summary>The items that a shape asks for, from the nodes of the whole file.</summary>
    private sealed class Walk
    {
        public Walk(CutShape shape, Node root)
        {
            if (root.Exists)
            {
                Visit(shape, root, 0);
            }
        }

        public List<string> Items { get; } = [];

        public List<(long Offset, long Count)> Entered { get; } = [];

        private void Visit(CutShape shape, Node node, long index)
        {
            NodeKind wanted = shape switch { CutShape.Whole => NodeKind.None, CutShape.ElementsOf => NodeKind.Array, _ => NodeKind.Map };
            if (node.Kind != wanted)
            {
                Items.Add($"{node.Offset}+{node.Raw.Length} {(wanted == NodeKind.None ? "" : "wrong")} {index}");
                return;
            }

            Entered.Add((node.Offset, node.Count));
            long position = 0;
            foreach (Node element in node.Elements())
            {
                Visit(((CutShape.ElementsOf)shape).Inner, element, position++);
            }

            foreach ((Node key, Node value) in node.Members())
            {
                CutShape inner = shape switch
                {
                    CutShape.MembersOf members => members.Inner,
                    CutShape.NamedMembers named => key.AsString() is { } name && named.Shapes.TryGetValue(name, out CutShape? found) ? found : CutShape.Item,
                    _ => throw new InvalidOperationException(),
                };

                // The reader puts an empty null where a value is missing; there is nothing to cut.
                if (!value.Raw.IsEmpty)
                {
                    Visit(inner, value, position++);
                }
            }
        }
    }
}
