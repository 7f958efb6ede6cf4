using Conformance.Containers;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events.Canonical;
using Conformance.Pipeline;

namespace Conformance.Benchmarks.Synapse;

/// <summary>The events of an archive as JSON, one a line.</summary>
internal static class EventLines
{
    /// <summary>Writes them.</summary>
    /// <param name="archive">An archive whose events are CBOR.</param>
    /// <param name="path">The file to write.</param>
    /// <exception cref="InvalidOperationException">The archive can't be read.</exception>
    public static void Write(string archive, string path)
    {
        ContainerOpening opening = ContainerFactory.Open(archive, new ContainerLimits(), new FindingBuffer(FindingLimits.Default));
        using Container container = opening.Container ?? throw new InvalidOperationException(opening.Problem);
        using FileStream output = File.Create(path);
        var target = new Target(output);
        CutShape shape = CutShape.Members(CutShape.Elements(CutShape.Item));
        while (container.Next(CancellationToken.None) is { } entry)
        {
            if (entry.Path.StartsWith("m.events", StringComparison.Ordinal) && entry.Path.EndsWith(".cbor", StringComparison.Ordinal))
            {
                Cutter.For(DocumentEncoding.Cbor).Run(entry.Content, shape, CutLimits.Default, target, CancellationToken.None);
            }
        }
    }

    private sealed class Target(Stream output) : ICutTarget
    {
        private readonly CanonicalJsonWriter _writer = new();
        private readonly Document _document = new();

        public CutBlock Rent(int minimumLength) => new(new byte[minimumLength], 1);

        public void Deliver(CutBlock block)
        {
            foreach (CutItem item in block.Items)
            {
                DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, _document);
                _writer.Start(_document, lenient: false);
                _writer.WriteValue(_document.Root.Index);
                output.Write(_writer.Written);
                output.WriteByte((byte)'\n');
            }
        }
    }
}
