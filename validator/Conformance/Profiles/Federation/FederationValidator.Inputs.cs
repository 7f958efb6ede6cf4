using Conformance.Documents;
using Conformance.Findings;
using Conformance.Profiles.Mspf;

namespace Conformance.Profiles.Federation;

/// <content>Finding out what the files are.</content>
internal sealed partial class FederationValidator
{
    private const int PeekBytes = 64 << 10;

    /// <summary>Whether the start of a file looks like that of a capture: an object with a request or a response.</summary>
    /// <param name="start">The first bytes.</param>
    public static bool MayBeCapture(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("{"u8) && (text.IndexOf("\"request\""u8) >= 0 || text.IndexOf("\"response\""u8) >= 0);
    }

    /// <summary>Surveys the input when it is a capture; null when it is a body.</summary>
    private ExchangeSurvey? Survey()
    {
        byte[] start = new byte[PeekBytes];
        int length;
        using (Stream stream = _input.Open())
        {
            length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        if (!MayBeCapture(start.AsSpan(0, length)))
        {
            return null;
        }

        ExchangeSurvey survey = SurveyOf(_input, isCapture: true);
        return survey.HasBothHalves ? survey : null;
    }

    private ExchangeSurvey SurveyOf(FederationInput input, bool isCapture)
    {
        using Stream stream = input.Open();
        return ExchangeSurvey.Of(stream, isCapture, _options.Limits.ForCutting(), _cancellation);
    }

    /// <summary>The request in a file of its own; null when there is none.</summary>
    private Document? ReadRequest()
    {
        if (_requestInput is null)
        {
            return null;
        }

        using Stream stream = _requestInput.Open();
        (byte[] bytes, bool isCut) = JsonMember.ReadAll(stream, _options.Limits.BodyBytes, _cancellation);
        if (isCut)
        {
            _findings.ReportNotChecked(new NotChecked(
                "the request", "It is larger than may be read as a whole; --limit itemBytes=… raises the limit.", new Location(_requestInput.Name), Decisive: true));
            return null;
        }

        return JsonMember.Parse(bytes, _options.Limits.Depth);
    }

    /// <summary>Whether a file tells method or path of a request, and isn't its body alone.</summary>
    private static bool IsDescribed(Node root) => RequestOf(root) is var request && (request.Get("path"u8).Kind == NodeKind.Text || request.Get("url"u8).Kind == NodeKind.Text);

    /// <summary>The request in a file that may hold a whole capture.</summary>
    private static Node RequestOf(Node root) => root.Get("request"u8) is { Kind: NodeKind.Map } request ? request : root;

    private static string Unknown(Exchange exchange, bool isCapture) => isCapture
        ? exchange.Path is null
            ? "the capture's request has no path, so its endpoint isn't known; name it: validate federation ENDPOINT FILE."
            : $"no endpoint is known for {Quoting.Safe(exchange.Method ?? "")} {Quoting.Safe(exchange.Path)}; name it: validate federation ENDPOINT FILE."
        : "it is no capture (an object of request and response), so the endpoint must be named: validate federation ENDPOINT FILE.";
}
