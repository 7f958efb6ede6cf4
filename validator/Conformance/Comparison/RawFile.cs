using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Conformance.Containers;
using Conformance.Events.Index;

namespace Conformance.Comparison;

/// <summary>Reads a file that is neither JSON nor CBOR: what counts are its bytes.</summary>
internal static class RawFile
{
    /// <summary>Reads a file, a piece at a time.</summary>
    public static void Read(ContainerEntry entry, Fingerprint fingerprint, IFactTarget target, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        while (entry.Content.Read(buffer) is var read and > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer.AsSpan(0, read));
        }

        byte[] name = Encoding.UTF8.GetBytes(entry.Path);
        ulong digest = BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
        IFactBatch batch = target.Begin();
        batch.Add(new FactWriter().KeyOf(ContentPart.Files, name), new Fact { First = name, Digest = new FactValue(fingerprint.Spread(digest)) });
        target.Commit(batch);
    }
}
