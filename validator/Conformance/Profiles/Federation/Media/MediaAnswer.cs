using Conformance.Findings;

namespace Conformance.Profiles.Federation.Media;

/// <summary>An answer to a request for media: what its header says it is, and its parts.</summary>
/// <param name="ContentType">The <c>Content-Type</c>; null when it isn't known.</param>
/// <param name="Type">What was read of it; null when it isn't known, or is none.</param>
/// <param name="Body">The parts; null when the boundary isn't known, so that there is no telling.</param>
internal sealed record MediaAnswer(string? ContentType, MediaType? Type, MultipartBody? Body)
{
    /// <summary>Where the body stands.</summary>
    public required Location Location { get; init; }

    /// <summary>Whether offsets in the body are offsets in the file.</summary>
    public bool IsFile { get; init; }

    /// <summary>The metadata; null when there aren't two parts.</summary>
    public MultipartPart? Metadata => Body is { Count: 2, Parts: [{ Fault: null } first, _] } ? first : null;

    /// <summary>The media; null when there aren't two parts.</summary>
    public MultipartPart? Content => Body is { Count: 2, Parts: [_, { Fault: null } second] } ? second : null;

    /// <summary>Reads an answer.</summary>
    /// <param name="contentType">The <c>Content-Type</c>; null when it isn't known.</param>
    /// <param name="body">The body.</param>
    /// <param name="location">Where the body stands.</param>
    /// <param name="isFile">Whether the body is the file.</param>
    public static MediaAnswer Of(string? contentType, ReadOnlyMemory<byte> body, Location location, bool isFile)
    {
        MediaType? type = MediaType.Read(contentType);
        string? boundary = contentType is null ? MultipartReader.Guess(body.Span) : type?["boundary"];
        MultipartBody? parts = MultipartReader.IsBoundary(boundary) ? MultipartReader.Read(body, boundary!)
            : contentType is null ? new MultipartBody([], 0, IsClosed: false) : null;
        return new MediaAnswer(contentType, type, parts) { Location = location, IsFile = isFile };
    }

    /// <summary>Where a part of the body stands.</summary>
    /// <param name="offset">Its offset in the body.</param>
    public Location At(int offset) => IsFile ? Location with { Offset = offset } : Location;
}
