using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Profiles.Mspf;

/// <summary>Reads a file of an item whose structure the text leaves open: as CBOR, and no further.</summary>
internal sealed class OpaqueConsumer(MspfArchive archive) : IBlockConsumer
{
    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Item);

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        var visit = new DocumentVisit(archive, work.Sink, work.Member, work.MemberOrdinal) { IsDamaged = true };
        foreach (CutItem item in block.Items)
        {
            visit.Item = item;
            visit.ItemOffset = block.BaseOffset + item.Start;
            visit.KeyText = item.Key is null ? null : SafeUserId.Of(item.Key);
            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, visit.ItemOffset, archive.Options.Limits.Depth);
            SecretFaults.Report(work.Document, visit, DataModel.OpaqueFaults);
        }

        return null;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
    }
}
