using Conformance.Documents;

namespace Conformance.Profiles.Federation.Media;

/// <summary>What the first part of media says of it.</summary>
internal static class MediaMetadata
{
    private const int LargestPart = 1 << 20;

    /// <summary>Reads it.</summary>
    /// <param name="part">The part.</param>
    /// <returns>The value; no node when the part isn't JSON, or is larger than any metadata.</returns>
    public static Node Of(MultipartPart part)
    {
        if (part.Content.Length > LargestPart)
        {
            return default;
        }

        Document document = DocumentReader.Read(part.Content, DocumentEncoding.Json);
        return document.FaultCount == 0 ? document.Root : default;
    }
}
