using System.Collections.Concurrent;
using System.Diagnostics;
using Conformance.Suites.Harness.Scenarios;

namespace Conformance.Suites.Harness.Recording;

/// <summary>Sends requests to a target and keeps what was said. Any number of threads.</summary>
/// <param name="destination">The target's server name.</param>
/// <param name="clock">The time.</param>
public sealed class ExchangeRecorder(string destination, TimeProvider clock)
{
    private readonly ConcurrentQueue<Exchange> _exchanges = new();

    /// <summary>All exchanges so far, in the order in which their answers were whole.</summary>
    public IReadOnlyCollection<Exchange> Exchanges => _exchanges;

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <param name="http">A client of the target.</param>
    /// <param name="request">The request; a relative address.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ScenarioFailedException">The target doesn't answer, or not to the end.</exception>
    public async Task<Exchange> SendAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(request);
        string path = request.RequestUri!.OriginalString;
        DateTimeOffset sent = clock.GetUtcNow();
        long began = Stopwatch.GetTimestamp();
        try
        {
            byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            using HttpResponseMessage answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            var exchange = new Exchange
            {
                Method = request.Method.Method,
                Path = path,
                Destination = destination,
                RequestHeaders = [.. request.Headers.NonValidated.SelectMany(header => header.Value, (header, value) => (header.Key, WithoutToken(header.Key, value)))],
                RequestBody = body,
                Status = (int)answer.StatusCode,
                Headers =
                [
                    .. answer.Headers.NonValidated.SelectMany(header => header.Value, (header, value) => (header.Key, value)),
                    .. answer.Content.Headers.NonValidated.SelectMany(header => header.Value, (header, value) => (header.Key, value)),
                ],
                Body = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false),
                Sent = sent,
                Took = Stopwatch.GetElapsedTime(began),
            };
            _exchanges.Enqueue(exchange);
            return exchange;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ScenarioFailedException($"{request.Method} {path} got no whole answer from {destination}: {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>A capture may be shown to others: a signature may stay, an access token may not.</summary>
    private static string WithoutToken(string name, string value) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? "Bearer (left out)" : value;
}
