using System.Buffers;
using System.Buffers.Text;
using Conformance.Documents;
using Conformance.Findings;
using Conformance.Profiles.Federation.Media;
using Conformance.Profiles.Mspf;

namespace Conformance.Profiles.Federation;

/// <content>Answers that aren't JSON.</content>
internal sealed partial class FederationValidator
{
    /// <summary>Takes a multipart answer apart; null when its body isn't there.</summary>
    private MediaAnswer? ReadMedia(Exchange exchange, FederationBody answer, ExchangeSurvey? capture)
    {
        if (capture is null)
        {
            using Stream stream = _input.Open();
            (byte[] bytes, bool isCut) = JsonMember.ReadAll(stream, _options.Limits.BodyBytes, _cancellation);
            return isCut ? null : MediaAnswer.Of(exchange.ContentType, bytes, new Location(_input.Member), isFile: true);
        }

        if (capture.Envelope("response", "body_base64") is { Kind: NodeKind.Text } encoded)
        {
            byte[] decoded = encoded.Utf8.ToArray();
            return Base64.DecodeFromUtf8InPlace(decoded, out int length) == OperationStatus.Done
                ? MediaAnswer.Of(exchange.ContentType ?? "", decoded.AsMemory(0, length), new Location(_input.Member, encoded.Offset, AnswerPointer + "_base64"), isFile: false)
                : null;
        }

        answer.Close(_options.Limits.Depth);
        return answer.Root is { Kind: NodeKind.Text } text
            ? MediaAnswer.Of(exchange.ContentType ?? "", text.Utf8.ToArray(), answer.At(text), isFile: false)
            : null;
    }
}
