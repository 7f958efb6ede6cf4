using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Profiles.Federation;
using Conformance.Suites.Peer.Control;
using Conformance.Suites.Peer.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Suites.Peer.Serving;

/// <content>From a request to its answer.</content>
internal sealed partial class FederationPeer
{
    /// <summary>Endpoints that anyone may ask.</summary>
    private static readonly string[] Open = ["well-known", "version", "keys/server", "keys/query", "openid/userinfo", "error"];

    internal async Task ServeAsync(HttpContext context)
    {
        long number = Network.NextExchange();
        DateTimeOffset started = Network.Time.GetUtcNow();
        long clock = Network.Time.GetTimestamp();
        (PeerRequest request, PeerAnswer? refused, string header) = await ReadAsync(context);
        Requests.Add(request);
        Behaviour? behaviour = BehaviourFor(request);
        PeerAnswer answer;
        try
        {
            answer = await AnswerAsync(request, refused, behaviour, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        (byte[] sent, bool whole) = await DeliverAsync(context, answer, behaviour?.Delivery ?? Delivery.Plain);
        Keep(new RecordedExchange
        {
            Number = number,
            Origin = request.Origin,
            Destination = Name,
            Endpoint = request.Endpoint,
            Method = request.Method,
            Target = request.Target,
            Authorization = header,
            Request = request.Body,
            Status = answer.Status,
            Headers = [.. context.Response.Headers.Select(pair => (pair.Key, pair.Value.ToString()))],
            Answer = sent,
            Started = started,
            Duration = Network.Time.GetElapsedTime(clock),
            IsFinished = whole,
        });
    }

    internal void Keep(RecordedExchange exchange)
    {
        Exchanges.Add(exchange);
        Network.Exchanges.Add(exchange);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static (JsonNode? Json, bool IsJson) Parse(byte[] body)
    {
        if (body.Length == 0)
        {
            return (null, true);
        }

        try
        {
            return (JsonNode.Parse(body), true);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }

    private static List<(string Name, string Value)> QueryOf(string query)
    {
        var pairs = new List<(string, string)>();
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? pair : pair[..equals];
            string value = equals < 0 ? "" : pair[(equals + 1)..];
            pairs.Add((Decode(name), Decode(value)));
        }

        return pairs;

        static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    private async Task<(PeerRequest Request, PeerAnswer? Refused, string Header)> ReadAsync(HttpContext context)
    {
        // The path as it came: the decoded one no longer tells a slash inside an ID from one between segments.
        string target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        int mark = target.IndexOf('?', StringComparison.Ordinal);
        string path = mark < 0 ? target : target[..mark];
        string method = context.Request.Method;
        (FederationEndpoint Endpoint, IReadOnlyDictionary<string, string> Values)? found = FederationEndpoints.Match(method, path);
        byte[] body = await ReadBodyAsync(context);
        (JsonNode? json, bool isJson) = Parse(body);
        string[] headers = [.. context.Request.Headers.Authorization.OfType<string>()];
        var request = new PeerRequest
        {
            Endpoint = found?.Endpoint.Name ?? "error",
            Method = method,
            Target = target,
            Values = found?.Values ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Query = mark < 0 ? [] : QueryOf(target[(mark + 1)..]),
            Body = body,
            Json = json,
        };
        string header = string.Join(", ", headers);
        if (found is null)
        {
            bool isOtherMethod = FederationEndpoints.Match(null, path) is not null;
            return (request, PeerAnswer.Error(isOtherMethod ? 405 : 404, "M_UNRECOGNIZED", isOtherMethod ? "The endpoint has no such method." : "There is no such endpoint."), header);
        }

        if (!isJson)
        {
            return (request, PeerAnswer.Error(400, "M_NOT_JSON", "The body is no JSON."), header);
        }

        if (Open.Contains(request.Endpoint) && headers.Length == 0)
        {
            return (request, null, header);
        }

        (string origin, string? problem) = await _verifier.VerifyAsync(headers, method, target, json);
        request = request with { Origin = origin };
        return (request, problem is null || Open.Contains(request.Endpoint) ? null : PeerAnswer.Error(401, "M_UNAUTHORIZED", problem), header);
    }

    private async Task<PeerAnswer> AnswerAsync(PeerRequest request, PeerAnswer? refused, Behaviour? behaviour, CancellationToken cancellation)
    {
        if (behaviour?.Gate is { } gate)
        {
            await gate.PassAsync(cancellation);
        }

        if (behaviour is { Delay.Ticks: > 0 })
        {
            await Task.Delay(behaviour.Delay, Network.Time, cancellation);
        }

        if (refused is not null && behaviour is not { IsUnsigned: true })
        {
            return refused;
        }

        PeerAnswer answer = behaviour?.Replacement is { } replacement ? await replacement(request) : await _endpoints.AnswerAsync(request);
        if (behaviour?.Change is { } change && JsonNode.Parse(answer.Body.Span) is { } body)
        {
            // The first versions of some endpoints wrap their answers in a pair with the status.
            change(request, body as JsonObject ?? body.AsArray()[1]!.AsObject());
            answer = PeerAnswer.Json(body, answer.Status) with { Headers = answer.Headers };
        }

        return behaviour?.Rewriting is { } rewriting ? rewriting(request, answer) : answer;
    }

    private async Task<(byte[] Sent, bool Whole)> DeliverAsync(HttpContext context, PeerAnswer answer, Delivery delivery)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Date = Clock.Now.ToString("r", System.Globalization.CultureInfo.InvariantCulture);
        if (answer.ContentType.Length > 0)
        {
            response.ContentType = answer.ContentType;
        }

        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        bool isPlain = delivery == Delivery.Plain;
        response.ContentLength = isPlain ? answer.Body.Length : delivery.ClaimedLength;
        try
        {
            if (isPlain)
            {
                await response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
                return (answer.Body.ToArray(), true);
            }

            return await DripAsync(context, answer.Body, delivery);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The other side hung up, or the claimed length doesn't fit what was sent, as a scenario wants it.
            context.Abort();
            return ([], false);
        }
    }

    private async Task<(byte[] Sent, bool Whole)> DripAsync(HttpContext context, ReadOnlyMemory<byte> body, Delivery delivery)
    {
        const int Piece = 1 << 14;
        var kept = new ArrayBufferWriter<byte>();
        long goal = Math.Max(body.Length, delivery.RepeatUpTo);
        long sent = 0;
        while (sent < goal && !body.IsEmpty)
        {
            int at = (int)(sent % body.Length);
            int length = Math.Min(body.Length - at, delivery.BytesPerSecond is { } rate ? Math.Max(1, rate / 10) : Piece);
            length = (int)Math.Min(length, Math.Min(goal, delivery.CutAfter ?? long.MaxValue) - sent);
            if (length > 0)
            {
                await context.Response.Body.WriteAsync(body.Slice(at, length), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                if (sent < body.Length)
                {
                    kept.Write(body.Span.Slice(at, length));
                }

                sent += length;
            }

            if (sent >= delivery.CutAfter)
            {
                context.Abort();
                return (kept.WrittenSpan.ToArray(), false);
            }

            if (delivery.BytesPerSecond is { } perSecond)
            {
                await Task.Delay(TimeSpan.FromSeconds((double)length / perSecond), Network.Time, context.RequestAborted);
            }
        }

        return (kept.WrittenSpan.ToArray(), true);
    }
}
