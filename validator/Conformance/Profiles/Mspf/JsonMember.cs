using Conformance.Documents;

namespace Conformance.Profiles.Mspf;

/// <summary>Reads a small JSON member as a whole.</summary>
internal static class JsonMember
{
    /// <summary>Reads all bytes of a stream, as far as the limit allows.</summary>
    /// <returns>The bytes, and whether there were more.</returns>
    public static (byte[] Bytes, bool IsCut) ReadAll(Stream content, int limit, CancellationToken cancellation)
    {
        byte[] buffer = new byte[Math.Min(limit + 1, 64 << 10)];
        int length = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (length == buffer.Length)
            {
                if (length > limit)
                {
                    return (buffer[..limit], true);
                }

                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 4, (long)limit + 1));
            }

            int read = content.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                return (buffer[..length], false);
            }

            length += read;
        }
    }

    /// <summary>Reads bytes into a document.</summary>
    public static Document Parse(byte[] bytes, int depth)
    {
        var document = new Document();
        DocumentReader.Read(bytes, DocumentEncoding.Json, document, maxDepth: depth);
        return document;
    }
}
